//! Every option of the formatter: the cases of `cases/`, whole texts before and after.

mod cases;
