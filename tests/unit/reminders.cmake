# What falls due, as lists, feeds and calendars.
rollcall_test(reminders_test unit reminders_test.cc LINK rollcall_projections)
