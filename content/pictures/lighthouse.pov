// Lighthouse at dusk on dark rocks.
#include "common.inc"
#include "functions.inc"
camera { location <-13,3.2,-44> right x*(2/3) up y look_at <-1.2,15.6,0> angle 33 }
#declare SD=vnormalize(<-.9,.05,.6>);
light_source { SD*9000 color rgb <1,.5,.34>*1.0 }
light_source { <3000,7000,-5000> color rgb <.42,.5,.78>*.55 shadowless }
sky_sphere { pigment { gradient y color_map { [0 C3(238,164,120)][.05 C3(230,160,138)][.13 C3(180,138,160)][.28 C3(98,104,154)][.6 C3(44,60,112)][1 C3(22,34,78)] } }
  pigment { wrinkles turbulence .45 lambda 2.3 color_map { [.40 rgbt 1][.6 rgbt <.5,.34,.46,.5>][.8 rgbt <.86,.48,.44,.35>][1 rgbt <.4,.3,.42,.3>] } scale <1.1,.15,1.1> translate <1.3,.05,0> } }
fog { fog_type 2 distance 300 fog_offset 0 fog_alt 6 color C3(190,150,156) }
plane { y,0 interior {ior 1.33} texture { pigment { C3(26,44,66) } normal { average normal_map { [1 bumps .5 scale <6,1,2.6>] [1 bumps .5 scale <1.5,1,.8> rotate y*20] [1 wrinkles .6 scale <.9,.9,.5>] } } finish { diffuse .5 specular .4 roughness .005 reflection {.03 .95 fresnel on} conserve_energy } } }
#declare Rock=texture { pigment { wrinkles turbulence .4 color_map {[0 C3(96,84,76)][.5 C3(66,58,56)][1 C3(40,36,38)]} scale <1.2,.4,1.2> rotate z*14 } normal { granite .5 scale .8 } finish { diffuse .75 specular .12 roughness .05 } }
#declare Cape=isosurface { function { y - 5.2*exp(-pow((x*x+z*z)/150,2)) - 2.4*exp(-((x+6)*(x+6)+(z+9)*(z+9))/30) +1.1 - 1.6*(abs(f_noise3d(x*.42,y*.9,z*.42)-.5)*2.2) - .7*f_noise3d(x*1.2,y*2.6+x*.3,z*1.2) - .22*f_noise3d(x*4,y*6,z*4)+.6 }
  contained_by { box {<-34,-1,-26>,<34,9,30>} } max_gradient 3.6 accuracy .01 texture {Rock} }
object {Cape}
// grass cushion near the tower
#declare Gr=mesh { #for (I,1,600) #local P=<RR(-1,1),0,RR(-1,1)>; #local H=RR(.15,.5); #local L=<RR(.05,.4),0,RR(-.2,.2)>; triangle {P-x*.015,P+x*.015,P+L+y*H} #end }
#for (I,1,50) object {Gr rotate y*RR(-30,30) scale RR(.8,1.3) translate <RR(-4.5,5),RR(4.3,4.8),RR(-5,2)> pigment {bozo color_map {[0 C3(70,74,48)][1 C3(116,102,64)]} scale .5}} #end
#declare Wht=texture { pigment { bozo turbulence .4 color_map {[0 C3(232,228,220)][.7 C3(214,208,198)][1 C3(186,176,164)]} scale <.7,2.4,.7> } normal {granite .06 scale .3} finish { diffuse .8 } } texture { pigment { wrinkles turbulence .3 color_map {[.55 rgbt 1][1 rgbt <.28,.22,.17,.55>]} scale <.35,5,.35> } }
union {
  // tower with entasis
  #declare TH=19; lathe { cubic_spline 8 <3.9,-2>,<3.5,0>,<2.95,4>,<2.5,9>,<2.15,14>,<2.0,17.5>,<2.0,18.2>,<2,20> texture {Wht} }
  torus {3.5,.22 translate y*.4 texture {Wht}} torus {2.03,.14 translate y*17.4 texture {Wht}}
  // band of red
  lathe { cubic_spline 5 <2.7,6>,<2.63,7.6>,<2.42,10.2>,<2.26,12.6>,<2.2,13> pigment {bozo color_map {[0 C3(150,44,38)][1 C3(172,62,50)]} scale <.6,2,.6>} }
  // windows
  #for (K,0,3) box {<-.34,0,-4>,<.34,1.1,-1> translate y*(2.9+K*4) rotate y*(18) texture {pigment {C3(26,28,36)}}} #end
  box {<-.42,14.75,-2.3>,<.42,16.1,-1.9> rotate y*18 pigment {rgb <1,.74,.4>} finish {emission .8}}
  box {<-.62,0,-3.75>,<.62,2.1,-3> rotate y*18 pigment {C3(44,70,66)}} box {<-.85,2.1,-3.8>,<.85,2.35,-3> rotate y*18 texture {Wht}}
  // gallery
  cone {y*17.6,2.1,y*18.5,3 texture {Wht}} cylinder {y*18.5,y*18.75,3.15 pigment {C3(70,72,74)}} 
  #for (I,0,31) cylinder {<2.98,18.7,0>,<2.98,19.8,0>,.035 rotate y*I*360/32 pigment {C3(44,44,46)}} #end #for (J,0,2) torus {2.98,.04 translate y*(19.8-J*.38) pigment {C3(44,44,46)}} #end
  // lantern
  cylinder {y*18.7,y*19.7,1.55 texture {Wht}}
  #for (I,0,15) cylinder {<1.45,19.6,0>,<1.45,22.1,0>,.05 rotate y*I*22.5 pigment {C3(40,40,42)}} #end torus {1.45,.05 translate y*20.9 pigment {C3(40,40,42)}}
  cylinder {y*19.7,y*22.1,1.4 open hollow pigment {rgbt <.9,.95,1,.86>} finish {specular .8 roughness .01 reflection .08}}
  lathe { cubic_spline 6 <.2,19.4>,<.5,19.8>,<.75,20.6>,<.75,21.1>,<.4,21.8>,<.1,22.2> pigment {gradient y color_map {[0 rgb <1,.85,.5>][.5 rgb <1,.7,.3>][1 rgb <1,.95,.7>]} scale .14} finish {emission 1.5} }
  lathe { cubic_spline 6 <1.9,21.6>,<1.75,22.1>,<1.45,22.7>,<.7,23.4>,<.25,23.7>,<.1,24> pigment {C3(120,46,38)} finish {specular .3} } sphere {y*23.95,.33 pigment {C3(120,46,38)}} cylinder {y*24,y*25.6,.04 pigment {C3(30,30,30)}} torus {1.75,.1 translate y*22.1 pigment {C3(90,36,30)}}
  light_source { y*20.9 color rgb <1,.78,.42>*3.2 fade_distance 4 fade_power 2 }
  sphere {0,1 hollow pigment {rgbt 1} interior {media {emission rgb <1,.72,.36>*.17 density {spherical density_map {[0 rgb 0][.4 rgb .05][.8 rgb .6][1 rgb 5]}}}} scale 4.6 translate y*20.9}
  // beams
  #for (S,-1,1,2) cone {0,.5,x*S*70,4.6 open hollow pigment {rgbt 1} interior {media {emission rgb <1,.82,.52>*.02 density {function {exp(-abs(x)*.045)*max(0,1-sqrt(y*y+z*z)/(.5+abs(x)*.06))} density_map {[0 rgb 0][1 rgb 1]}}}} rotate <0,-24,3*S> translate y*20.9} #end
  translate <0,4.9,1>
}
// keeper's cottage
union { difference { box {<-2.4,0,-1.8>,<2.4,2.5,1.8>} box {<-1.6,1,-3>,<-.7,1.9,-1.6>} box {<.7,1,-3>,<1.6,1.9,-1.6>} texture {Wht} } box {<-2.2,.1,-1.65>,<2.2,2.4,1.6> pigment {rgb <1,.7,.36>} finish {emission .8}} #for (K,0,1) box {<-1.18+K*2.3,1,-1.82>,<-1.12+K*2.3,1.9,-1.7> texture {Wht}} #end
  prism { linear_sweep linear_spline -2.7,2.7,4 <-2.2,0>,<2.2,0>,<0,1.8>,<-2.2,0> rotate -x*90 rotate y*90 translate y*2.45 pigment {gradient x color_map {[0 C3(116,62,48)][.8 C3(140,80,60)][1 C3(70,40,34)]} scale .3} normal {gradient x .5 scale .3} } box {<1.2,3,-.3>,<1.7,4.7,.3> texture {Wht}} rotate y*24 translate <6.4,4.7,2> }
// wall and path
#for (I,0,30) superellipsoid {<.5,.5> scale <RR(.2,.32),RR(.18,.3),.22> rotate y*RR(0,90) translate <-6+I*.42,4.9+.25*sin(I*.4)+RR(-.04,.04),-5.2+.6*sin(I*.3)> pigment {C3(150,140,130)*RR(.6,1)} normal {granite .4} } #end
// sails and far land
object { Ridge(3,.2,1.2) pigment {C3(58,60,84)} scale <900,40,160> translate <180,-3,620> }
object { Ridge(8,.2,1.2) pigment {C3(70,68,92)} scale <900,30,160> translate <-260,-2,760> }
sphere {0,1 pigment {rgb <1,.9,.6>} finish {emission 2} scale .25 translate <-30,2.2,160>}
// gulls
#for (I,1,6) union { cone {0,.09,<.5,.16,0>,.03} cone {<.5,.16,0>,.05,<1,.05,0>,.01} cone {0,.09,<-.5,.16,0>,.03} cone {<-.5,.16,0>,.05,<-1,.05,0>,.01} pigment {C3(60,60,80)} scale .6 rotate <0,RR(0,360),RR(-25,25)> translate <RR(-9,-2),RR(13,22),RR(-6,8)> } #end
// surf about the rocks
#for (I,1,70) #local A=RR(190,350); object {LB1 scale <RR(.5,1.4),RR(.1,.3),RR(.4,.9)> rotate y*RR(0,360) translate <15.6*cos(A*pi/180)*RR(.95,1.1),RR(0,.12),13.5*sin(A*pi/180)*RR(.95,1.1)> pigment {C3(190,186,200)} } #end
