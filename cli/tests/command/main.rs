//! The command as it is built, from the outside.

mod cases;
mod folder;
mod forms;
mod output;
