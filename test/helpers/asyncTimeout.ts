import { configure } from '@testing-library/react';

// What is loaded when it is asked for takes more than the library's one second on a machine that has other things to do.
configure({ asyncUtilTimeout: 10_000 });
