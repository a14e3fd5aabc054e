/** Stands in for React's developer tools in the bundle of the test program. */
export default {};
