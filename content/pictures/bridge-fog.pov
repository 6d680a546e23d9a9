// Long steel truss bridge in fog over a wide calm river.
#include "common.inc"
camera { location <-34,9,-70> right x*1.5 up y look_at <26,11.5,60> angle 48 }
light_source { <-6000,5200,5200> srgb <1,.93,.84>*1.5 area_light x*900,y*900,3,3 adaptive 1 jitter }
light_source { <1000,6000,-4000> srgb <.7,.78,.9>*.45 shadowless }
sky_sphere { pigment { gradient y color_map { [0 C3(226,224,216)][.25 C3(204,208,208)][1 C3(168,180,190)] } } }
#declare FogC=C3(196,200,200);
fog { distance 165 color FogC turbulence <.4,.1,.4> turb_depth .35 }
fog { fog_type 2 distance 60 fog_offset 0 fog_alt 2.2 color C3(206,208,204) turbulence .5 turb_depth .4 }
plane { y,0 interior {ior 1.33} Water(C3(96,98,84),.035,5,.02,1.4) }
#declare Steel=texture { pigment { bozo turbulence .5 color_map {[0 C3(74,70,66)][.6 C3(92,88,82)][1 C3(110,76,54)]} scale <1,2.4,1> } finish { diffuse .7 specular .15 roughness .05 } }
#declare Stone=texture { pigment { wrinkles color_map {[0 C3(150,142,126)][1 C3(110,104,94)]} scale 1.6 } normal { granite .4 } }
  texture { pigment { gradient y color_map { [0 rgbt <.1,.11,.08,.2>][.16 rgbt <.1,.11,.08,.4>][.22 rgbt 1][1 rgbt 1]} scale 11 } }
#macro Beam(A,B,Wd) // a riveted lattice of two flanges and lacing
 union { cylinder {A+<0,0,Wd>,B+<0,0,Wd>,Wd*.5} cylinder {A-<0,0,Wd>,B-<0,0,Wd>,Wd*.5}
  #local N=int(vlength(B-A)/.9); #for (I,0,N-1) cylinder {A+(B-A)*I/N+<0,0,Wd*(1-2*mod(I,2))>,A+(B-A)*(I+1)/N-<0,0,Wd*(1-2*mod(I,2))>,Wd*.22} #end }
#end
// one cantilever span of 60 m along x; roadway beside the rails
#macro Truss(Z)
 union { #local NP=10; #local D=6;
  #for (I,0,NP-1)
   #local T=I/NP; #local T2=(I+1)/NP;
   #local Y1=11+ 9*pow(abs(2*T-1),1.6)*.9+3; #local Y2=11+9*pow(abs(2*T2-1),1.6)*.9+3;
   Beam(<I*D,11,Z>,<(I+1)*D,11,Z>,.26) Beam(<I*D,Y1,Z>,<(I+1)*D,Y2,Z>,.26) Beam(<I*D,11,Z>,<I*D,Y1,Z>,.18)
   #if (mod(I,2)) Beam(<I*D,11,Z>,<(I+1)*D,Y2,Z>,.2) #else Beam(<I*D,Y1,Z>,<(I+1)*D,11,Z>,.2) #end
  #end }
#end
#declare Span=union { Truss(-2.8) Truss(2.8)
  #for (I,0,10) #local Y1=11+9*pow(abs(2*I/10-1),1.6)*.9+3; cylinder {<I*6,Y1,-2.8>,<I*6,Y1,2.8>,.2} box {<I*6-.2,10.4,-6.4>,<I*6+.2,11,6.4>} #if (I<10) #local Y2=11+9*pow(abs(2*(I+1)/10-1),1.6)*.9+3; cylinder {<I*6,Y1,-2.8>,<I*6+6,Y2,2.8>,.1} cylinder {<I*6,Y1,2.8>,<I*6+6,Y2,-2.8>,.1} #end #end
  box {<0,11,-2.6>,<60,11.25,2.6>} box {<0,10.9,-6.4>,<60,11.1,-3>} box {<0,10.9,3>,<60,11.1,6.4>} box {<0,10.3,-2.9>,<60,10.9,-2.7>}
  #for (S,-1,1,2) cylinder {<0,12.1,S*6.3>,<60,12.1,S*6.3>,.05} cylinder {<0,11.6,S*6.3>,<60,11.6,S*6.3>,.04} #for (I,0,40) cylinder {<I*1.5,11,S*6.3>,<I*1.5,12.1,S*6.3>,.045} #end #end
  texture {Steel} }
#declare Pierx=union {
  intersection { prism { conic_sweep linear_spline 0,1,7 <-2.6,-4.5>,<0,-7.4>,<2.6,-4.5>,<2.6,4.5>,<0,7.4>,<-2.6,4.5>,<-2.6,-4.5> rotate x*180 scale <1,34,1> translate y*34 } box {<-9,-2,-9>,<9,9,9>} }
  box {<-2.4,9,-5.4>,<2.4,9.7,5.4>} box {<-1.6,9.6,-3.4>,<1.6,10.4,3.4>} texture {Stone} }
union { #for (I,-2,16) object {Span translate x*I*60} object {Pierx translate x*I*60} #end
  // scooters and walkers on the footway
  #for (I,1,14) object { Person(RR(0,8),<.2,.9,.25>,<.25,.9,-.2>,pigment {srgb <RR(.2,.7),RR(.2,.5),RR(.2,.5)>},pigment {C3(40,42,50)},(rand(R)<.5),.12) scale 1.05 translate <RR(-20,220),11.1,-5.2> } #end
  rotate -y*47 translate <-22,0,-8> }
// reed bank and sampan in the foreground
#declare Reed=mesh { #for (I,1,900) #local P=<RR(-14,14),0,RR(-2.5,2.5)>; #local H=RR(.8,3); #local L=<RR(-.7,.7),0,RR(-.5,.5)>*H*.5; triangle {P-x*.03,P+x*.03,P+L*.4+y*H*.7} triangle {P+L*.4+y*H*.7-x*.02,P+L*.3+y*H*.5+x*.03,P+L+y*H} #end }
object {Reed texture {pigment {C3(78,80,50)}} translate <-41,-.1,-50> } object {Reed rotate y*180 texture {pigment {C3(92,88,58)}} translate <-22,-.6,-55> scale <1,.8,1>}
object { Reed texture {pigment {C3(86,84,56)}} rotate y*14 translate <-60,0,-36> }
union { object { Hull(7,1.5,.7,.55,2.4) texture {pigment {wood color_map {[0 C3(70,50,36)][1 C3(48,36,28)]} scale .1 rotate y*88}} translate y*.5 } box {<-3,.15,-.6>,<3,.2,.6> pigment {C3(60,46,34)}}
  object { Person(18,<.65,1.2,.2>,<.7,1.0,.1>,pigment {C3(84,70,70)},pigment {C3(40,40,44)},1,.12) translate <-2.4,.25,0> } cylinder {<-3.6,-.4,.2>,<-.9,2.2,.15>,.025 pigment {C3(90,70,50)}}
  #for (I,1,9) sphere {0,.28 scale <1,.7,.8> translate <RR(-.8,2),.4,RR(-.3,.3)> pigment {C3(110,96,60)}} #end
  rotate y*152 translate <-9,0,-38> }
// birds on the wing
#for (I,1,7) union { cone {0,.08,<.5,.2,0>,.03} cone {<.5,.2,0>,.04,<1,.02,0>,.01} cone {0,.08,<-.5,.2,0>,.03} cone {<-.5,.2,0>,.04,<-1,.02,0>,.01} pigment {C3(60,60,60)} rotate <0,RR(0,360),RR(-20,20)> translate <RR(-36,-10)+I,RR(19,27),RR(-6,22)> } #end
