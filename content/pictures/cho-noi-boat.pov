// One boat of the floating market.
#include "cho-noi.pov"
camera { location <-3.0,1.75,-8.6> right x*(3/2) up y look_at <.2,1.0,0> angle 36 }
