// Concrete gravity dam, three gates open.
#include "common.inc"
camera { location <-60,27,-136> right x*1.5 up y look_at <5,21,10> angle 46 }
light_source { <-5200,5200,-3600> color rgb <1,.95,.85>*2.2 area_light x*500,y*500,3,3 adaptive 0 jitter }
light_source { <3000,6000,-2000> color rgb <.6,.74,1>*.45 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(224,230,230)][.15 C3(190,210,224)][.5 C3(120,160,204)][1 C3(70,110,170)] } } pigment { wrinkles turbulence .55 color_map {[.35 rgbt 1][.62 rgbt <.98,.98,.98,.35>][1 rgbt <.8,.84,.88,.1>]} scale <.9,.28,.9> translate 1.7 } }
fog { fog_type 2 distance 520 fog_offset 0 fog_alt 70 color C3(196,210,220) }
#declare Conc=texture { pigment { wrinkles turbulence .3 color_map {[0 C3(168,162,150)][.5 C3(184,178,166)][1 C3(146,140,130)]} scale <5,9,5> } normal {granite .1} }
  texture { pigment { wrinkles turbulence .4 color_map {[.4 rgbt 1][.8 rgbt <.14,.13,.11,.45>]} scale <1.6,26,1.6> } }
  texture { pigment { gradient y color_map {[0 rgbt <.05,.05,.04,.3>][.03 rgbt 1][1 rgbt 1]} scale 3.2 } }
#declare Face=prism { linear_sweep linear_spline -85,85,6 <0,-6>,<34,-6>,<6,34>,<6,44>,<0,44>,<0,-6> rotate x*90 rotate y*90 }
// main wall from x=-90..90; front slope toward -z
#macro Wall(X0,X1,Top) prism { linear_sweep linear_spline X0,X1,6 <0,-6>,<-36,-6>,<-7,Top-9>,<-7,Top>,<0,Top>,<0,-6> rotate -z*90 rotate y*0 } #end
#macro Prof(X0,X1,P0y,Lo) // extrude along x a section given in (z,y)
 union { #local N=24; mesh { #for (I,0,N-1) #local T=I/N; #local T2=(I+1)/N;
   #local A=<X0,40-40*pow(T,1.15)*1-.0,-6-32*T>; #local B=<X0,40-40*pow(T2,1.15),-6-32*T2>;
   triangle {A,B,B+x*(X1-X0)} triangle {A,B+x*(X1-X0),A+x*(X1-X0)} #end } }
#end
#macro Section(X0,X1,Top) // solid block with sloping face
 mesh { #local A=<X0,Top,-7>; #local B=<X0,Top-8,-7>; #local C=<X0,-6,-37>; #local D=<X0,Top,0>; #local E=<X0,-6,0>; #local Dx=x*(X1-X0);
  triangle {A,B,B+Dx} triangle {A,B+Dx,A+Dx} triangle {B,C,C+Dx} triangle {B,C+Dx,B+Dx} triangle {A,D,D+Dx} triangle {A,D+Dx,A+Dx}
  triangle {A,B,D} triangle {B,C,E} triangle {B,E,D} triangle {A+Dx,B+Dx,D+Dx} triangle {B+Dx,C+Dx,E+Dx} triangle {B+Dx,E+Dx,D+Dx} }
#end
union {
 #for (K,0,3) object {Section(-90+K*15.6,-90+K*15.6+15.5,46) texture {Conc}} #end
 #for (K,0,3) object {Section(28+K*15.6,28+K*15.6+15.5,46) texture {Conc}} #end
 box {<-90,40,-6.9>,<-28,46,0> texture {Conc}}
}
// spillway piers with gates between
#declare NG=5;
#for (K,0,NG) #local X=-28+K*11.2; object {Section(X-1.1,X+1.1,46) texture {Conc}} box {<X-1.1,34,-13>,<X+1.1,46,0> texture {Conc}} cylinder {<X,34,-13>,<X,46,-13>,1.1 texture {Conc}}
  prism { linear_sweep linear_spline -1,1,4 <-13,34>,<-7,34>,<-13,24>,<-13,34> rotate x*90 rotate -y*90 texture {Conc}} #end
#declare WhiteW=texture { pigment { wrinkles turbulence .4 color_map {[0 C3(226,234,236)][.5 C3(248,250,250)][.8 C3(216,228,232)][1 C3(180,202,208)]} scale <.3,9,9> } normal { wrinkles .3 scale <.3,6,6> } finish { diffuse .9 emission .14 } }
#declare Apron=texture { pigment { wrinkles color_map {[0 C3(120,114,104)][1 C3(84,80,72)]} scale <.8,8,8> } }
#for (K,0,NG-1) #local X=-28+K*11.2+1.1; #local Open=(K>0 & K<4);
  object { Prof(X,X+9,0,0) #if (Open) texture {WhiteW} translate <0,.6,-.4> #else texture {Apron} #end }
  // radial gate
  difference { cylinder {<X,38,-1>,<X+9,38,-1>,8.4} cylinder {<X-1,38,-1>,<X+10,38,-1>,8} plane {y,#if (Open) 39 #else 34.5 #end} plane {-z,0} pigment {C3(72,92,104)} normal {gradient y .6 scale 1.4} finish {specular .2} }
  box {<X,30,-2>,<X+9,44,-1.4> pigment {C3(30,34,38)}}
#end
// road bridge, parapets, gantry crane, lamps
box {<-92,46,-8>,<92,46.8,1> texture {Conc}} box {<-92,46.8,-8>,<92,48,-7.6> texture {Conc}} #for (K,0,60) box {<-90+K*3,46.9,-8.15>,<-88.8+K*3,47.8,-7.9> pigment {C3(90,86,80)}} #end
#for (K,0,8) union {cylinder {0,y*7,.12} cylinder {y*7,<0,7.6,-1.6>,.1} pigment {C3(110,112,112)} translate <-80+K*20,46.8,-7.4>} #end
union { #for (S,-1,1,2) box {<S*4-.4,0,-5>,<S*4+.4,11,-4.4>} box {<S*4-.4,0,0>,<S*4+.4,11,.6>} box {<S*4-.5,10.4,-7>,<S*4+.5,11.6,1.4>} #end box {<-5,10.5,-4>,<5,13.5,-.5>} pigment {C3(206,150,40)} translate <4,46.8,0> }
union { box {<-7,0,-5>,<7,5,3>} box {<-7.6,5,-5.6>,<7.6,5.6,3.6>} #for (K,0,5) box {<-6+K*2.2,1.6,-5.1>,<-4.6+K*2.2,3.6,-4.9> pigment {C3(40,56,66)}} #end texture {Conc} translate <42,46.8,-2> }
// training walls and power house
#for (S,-1,1,2) box {<S*29.4-.9,-4,-75>,<S*29.4+.9,7,-30> texture {Conc}} object {Section(S*29.4-.8,S*29.4+.8,44) scale <1,1,1.04> texture {Conc}} #end
union { box {<0,0,-14>,<44,13,4>} box {<-.6,13,-14.6>,<44.6,14,4.6>} #for (K,0,8) box {<2+K*4.7,3,-14.15>,<5+K*4.7,10.5,-13.9> pigment {C3(44,60,70)} finish {reflection .1}} #end texture {Conc} translate <32,-1,-40> }
// foam and river
#declare FB=function { pigment { wrinkles turbulence .5 scale <4,1,7> color_map {[0 rgb 0][1 rgb 1]} } }
#declare Foam=function(x,y,z) { max(0,min(1,( 1.5*exp(-max(0,-z-38)*.032)*max(0,1-pow(abs(x)/(23-(z+38)*.10),6)) - .95*FB(x,0,z).grey )*1.6)) }
plane { y,0 interior {ior 1.33} texture { function {Foam(x,y,z)} texture_map {
  [0 pigment {C3(62,98,88)} normal {average normal_map {[1 bumps .35 scale <2.6,1,4>][1 bumps .4 scale .9]}} finish {diffuse .55 reflection {.02 .8 fresnel on} conserve_energy}]
  [.25 pigment {C3(140,176,168)} normal {bumps .6 scale 1.4} finish {diffuse .7}] [.55 WhiteW] [1 WhiteW] } } }
#for (I,1,150) object { LB1 scale <RR(1.5,3.4),RR(.6,2.2),RR(1.5,3)> rotate y*RR(0,360) translate <RR(-15,15),RR(-.4,.8),RR(-46,-37)> texture {WhiteW} } #end
// spray
box {<-26,0,-70>,<26,20,-30> hollow pigment {rgbt 1} interior { media { scattering {1,rgb .055} emission rgb .004 samples 3 intervals 1 density { function { max(0,1-y/20)*max(0,1-abs(z+44)/26)*max(0,1-abs(x)/26) } density_map {[0 rgb 0][1 rgb 1]} } density { bozo turbulence .8 scale 7 density_map {[.2 rgb .1][.8 rgb 1.6]} } } } }
// slopes with trees
#declare T=array[4]; #declare T[0]=Tree(30,C3(58,88,44),.3) #declare T[1]=Tree(26,C3(78,100,48),.26) #declare T[2]=Tree(28,C3(44,74,42),.28) #declare T[3]=Tree(24,C3(98,112,54),.3)
#declare Hn=function { pigment { wrinkles color_map {[0 rgb 0][1 rgb 1]} scale .25 translate 4 } }
#macro SL(X,Z) (max(-3,(abs(X)-40-8*sin(Z*.05))*.85 - 6*(X>0)*0 + 16*Hn(X/200,Z/200,.5).red-10)) #end
#for (I,1,1500) #local S=-1+2*(rand(R)<.62); #local X=S*RR(42,150); #local Z=RR(-90,90); #local Y=SL(X,Z);
  #if (Y>1 & (Z<-40 | abs(X)>84 | Z>8) & !(X<0 & Z<-62 & X>-96)) object {T[int(rand(R)*3.99)] rotate y*RR(0,360) scale <1,RR(.8,1.2),1>*RR(7,13) translate <X,Y-1,Z>} #end #end
height_field { function 160,160 { (3+max(-3,(abs((x-.5)*320)-40-8*sin(((1-y)-.5)*320*.05))*.85 + 16*Hn((x-.5)*1.6,((1-y)-.5)*1.6,.5).grey-10))/140 } smooth translate <-.5,0,-.5> scale <320,140,320> translate -y*3.2 pigment {bozo color_map {[0 C3(66,72,40)][1 C3(110,92,62)]} scale .02 turbulence .5} normal {granite .8 scale .02} }
object { Ridge(3,.2,1.2) pigment {bozo color_map {[0 C3(50,76,54)][1 C3(76,96,62)]} scale .05} scale <800,170,260> translate <120,10,330> }
object { Ridge(6,.2,1.2) pigment {C3(66,88,70)} scale <1400,280,400> translate <-260,10,640> }
// rocks at the bank
#for (I,1,90) #local S=-1+2*mod(I,2); superellipsoid {<.7,.7> scale <RR(.6,2.4),RR(.5,1.4),RR(.6,2)> rotate <RR(0,90),RR(0,360),RR(0,90)> translate <S*RR(33,44),RR(-.2,.8),RR(-100,-55)> pigment {granite color_map {[0 C3(120,112,100)][1 C3(80,76,70)]}} normal {granite .7}} #end
