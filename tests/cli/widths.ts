/** How wide the built program takes a text to be. */
export { default as stringWidth } from 'string-width';
