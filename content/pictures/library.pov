// New reading room: shelves, long tables, sun from tall windows on the left.
#declare RAD=1;
#include "common.inc"
camera { location <1.2,1.75,-8.2> right x*1.5 up y look_at <-.35,1.95,4> angle 56 }
light_source { <-60,46,18> color rgb <1,.92,.76>*6 area_light <0,3,0>,<1,0,3>,3,3 adaptive 1 jitter }
light_source { <0,4.6,-2> color rgb <.95,.95,.95>*1.1 shadowless fade_distance 5 fade_power 1 }
sky_sphere { pigment { rgb <.86,.95,1>*3.4 } }
#declare Oak=texture { pigment { wood turbulence .06 octaves 3 color_map {[0 C3(182,142,98)][.5 C3(172,131,88)][1 C3(160,120,78)]} scale .09 rotate y*2 rotate x*3 } finish { specular .2 roughness .05 reflection {.0 .12 fresnel off} } }
#declare OakX=texture { Oak rotate y*90 }
#declare White=texture { pigment { C3(236,234,226) } }
// room x -5.5..5.5, z to 13, height 5.4
box {<-6,-.1,-12>,<6,0,14> texture { pigment { brick C3(128,98,68), C3(150,116,80) brick_size <.18,1,1.7> mortar .004 } finish { specular .25 roughness .03 reflection {.02 .22} } } }
box {<-6,5.4,-12>,<6,5.5,14> texture {White}} box {<-6,0,13>,<6,5.5,13.2> texture {White}} box {<5.5,0,-12>,<5.7,5.5,14> texture {White}} box {<-6,0,-12.2>,<6,5.5,-12> texture {White}}
#for (K,0,8) box {<-5.6,5.05,-10+K*2.8>,<5.6,5.4,-9.75+K*2.8> texture {OakX}} #end
difference { box {<-5.8,0,-12>,<-5.45,5.5,14> texture {White}} #for (K,0,8) box {<-7,.9,-9.7+K*2.8>,<-5,4.7,-7.9+K*2.8>} #end texture {White} }
#for (K,0,8) #for (J,0,2) box {<-5.7,.9,-9.7+K*2.8+J*.9-.03>,<-5.62,4.7,-9.7+K*2.8+J*.9+.03> pigment {C3(60,58,54)}} #end #for (J,0,3) box {<-5.7,.9+J*1.26,-9.7+K*2.8>,<-5.62,.95+J*1.26,-7.9+K*2.8> pigment {C3(60,58,54)}} #end
  box {<-5.5,.82,-9.8+K*2.8>,<-5.2,.9,-7.8+K*2.8> texture {Oak}} #end
// trees outside
#for (K,0,8) object { Bush(9,C3(96,132,60)) scale RR(1.2,2) translate <-10-RR(0,2),RR(.5,2.6),-6+K*2.4> } #end
// books
#declare BN=10; #declare BC=array[10]; #declare BC[0]=C3(120,44,40); #declare BC[1]=C3(40,70,96); #declare BC[2]=C3(214,200,166); #declare BC[3]=C3(54,84,64); #declare BC[4]=C3(170,120,60); #declare BC[5]=C3(70,60,74); #declare BC[6]=C3(196,88,52); #declare BC[7]=C3(130,140,146); #declare BC[8]=C3(228,220,204); #declare BC[9]=C3(44,46,54);
#macro Row(Len,Hm) // books along +x, backs to -z
 union { #local X=0; #while (X<Len-.06) #local Wd=RR(.018,.055); #local H=Hm*RR(.66,.96); #local Dp=RR(.15,.21); #local Lean=(rand(R)<.06)*RR(4,14);
  #if (rand(R)<.07) #local X=X+RR(.05,.22); #else
  union { box {<0,0,0>,<Wd*.94,H,Dp>} #if (rand(R)<.5) box {<.001,H*.72,-.002>,<Wd*.92,H*.8,.01> pigment {C3(226,200,140)}} #end #if (rand(R)<.3) box {<.002,H*.12,-.002>,<Wd*.9,H*.3,.01> pigment {C3(240,236,226)}} #end rotate z*Lean translate <X,0,.24-Dp*RR(.98,1)> pigment {BC[int(rand(R)*9.99)]*RR(.7,1.1)} finish {specular .08} }
  #local X=X+Wd+.05*(Lean>0); #end #end }
#end
#declare Rows=array[7]; #for (I,0,6) #declare Rows[I]=Row(1.1,.33) #end
#macro Bay(NS) union { box {<-.03,0,0>,<0,NS*.38+.12,.3> texture {Oak rotate z*90}} box {<1.14,0,0>,<1.17,NS*.38+.12,.3> texture {Oak rotate z*90}} box {<0,0,.28>,<1.14,NS*.38+.1,.3> texture {OakX}}
  #for (S,0,NS) box {<0,.06+S*.38,0>,<1.14,.085+S*.38,.3> texture {OakX}} #if (S<NS) object {Rows[int(rand(R)*6.99)] translate <.01,.087+S*.38,0>} #end #end }
#end
// back wall: two tiers with gallery
#for (K,0,8) object {Bay(6) translate <-5.2+K*1.2,0,12.6>} object {Bay(5) translate <-5.2+K*1.2,2.85,12.6>} #end
box {<-5.5,2.62,11.2>,<5.5,2.78,13> texture {OakX}} #for (K,0,70) cylinder {<-5.4+K*.155,2.78,11.25>,<-5.4+K*.155,3.65,11.25>,.009 pigment {C3(44,44,44)}} #end box {<-5.5,3.65,11.2>,<5.5,3.7,11.3> texture {OakX}}
// right wall shelves, two tiers along z
#for (K,0,14) object {Bay(6) rotate y*90 translate <5.2,0,-6.5+K*1.2+1.17>} object {Bay(5) rotate y*90 translate <5.2,2.85,-6.5+K*1.2+1.17>} #end
box {<4.1,2.62,-12>,<5.5,2.78,13> texture {Oak}} #for (K,0,110) cylinder {<4.15,2.78,-6+K*.155>,<4.15,3.65,-6+K*.155>,.009 pigment {C3(44,44,44)}} #end box {<4.1,3.65,-12>,<4.2,3.7,11.2> texture {Oak}}
#for (K,0,6) cylinder {<4.25,0,-6+K*3>,<4.25,2.62,-6+K*3>,.05 pigment {C3(50,50,48)}} #end
// tables with lamps, chairs, books
#declare Chair=union { box {<-.21,.44,-.2>,<.21,.47,.22>} #for (I,0,1) #for (J,0,1) cone {<-.19+I*.38,0,-.18+J*.38>,.016,<-.18+I*.36,.45,-.17+J*.36>,.02} #end cone {<-.19+I*.38,.45,.2>,.02,<-.2+I*.4,.88,.28>,.015} #end
  sphere_sweep { b_spline 5 <-.32,.84,.2>,.03 <-.2,.85,.27>,.035 <0,.86,.3>,.035 <.2,.85,.27>,.035 <.32,.84,.2>,.03 } #for (I,0,2) cylinder {<-.1+I*.1,.47,.2>,<-.1+I*.1,.85,.29>,.01} #end texture {Oak rotate z*90} }
#macro TLamp() union { cylinder {0,y*.025,.09} cylinder {0,y*.34,.011} difference { cylinder {<-.2,.36,0>,<.2,.36,0>,.075} cylinder {<-.21,.36,0>,<.21,.36,0>,.07} plane {y,.35} pigment {C3(34,94,70)} finish {specular .5 emission .08} } cylinder {<-.16,.36,0>,<.16,.36,0>,.02 pigment {rgb <1,.9,.7>} finish {emission 1.5}} pigment {C3(160,126,60)} finish {specular .6 roughness .02} } #end
#macro Table(X,Z) union { box {<-.6,.72,-1.6>,<.6,.765,1.6> texture {Oak}} box {<-.5,.6,-1.5>,<.5,.72,1.5> texture {Oak}} #for (I,0,1) #for (J,0,1) box {<-.52+I*.98,0,-1.5+J*2.92>,<-.46+I*.98,.7,-1.42+J*2.92> texture {Oak rotate z*90}} #end #end
  #for (K,-1,1,2) object {TLamp() rotate y*90 translate <0,.765,K*.8>} #end
  #for (K,0,3) #for (S,-1,1,2) object {Chair rotate y*(S*90+RR(-9,9)) translate <S*(.72+RR(-.05,.2)),0,-1.2+K*.8+RR(-.05,.05)>} #end #end
  #for (K,1,7) box {<-.09,0,-.13>,<.09,RR(.015,.05),.13> rotate y*RR(0,360) translate <RR(-.42,.42),.766,RR(-1.4,1.4)> pigment {BC[int(rand(R)*9.99)]}} #end
  // an open book
  #for (S,-1,1,2) box {<0,0,-.12>,<S*.17,.012,.12> rotate z*S*4 translate <-.34,.768,-1.0> pigment {C3(244,240,228)}} #end
  translate <X,0,Z> }
#end
Table(-2.6,-3.4) Table(-2.6,.6) Table(-2.6,4.6) Table(-2.6,8.4) Table(1.6,-2.2) Table(1.6,1.8) Table(1.6,5.8) Table(1.6,9.2)
// pendant globes
#for (K,0,5) #for (S,-1,1,2) cylinder {<S*2,3.6,-6+K*3.2>,<S*2,5.4,-6+K*3.2>,.012 pigment {C3(40,40,40)}} sphere {<S*2,3.45,-6+K*3.2>,.2 pigment {C3(250,246,236)} finish {emission .55}} #end #end
// two readers
object { Person(26,<.42,.86,.15>,<.42,.86,-.15>,pigment {C3(70,96,130)},pigment {C3(50,50,60)},0,.02) scale <1,.80,1> rotate y*0 translate <-3.45,-.02,1.8> }
object { Person(22,<.42,.9,.15>,<.42,.86,-.15>,pigment {C3(176,80,70)},pigment {C3(50,50,60)},0,.02) scale <1,.80,1> rotate y*180 translate <2.45,-.02,5> }
object { Person(0,<.3,1.3,.15>,<.12,.8,-.26>,pigment {C3(226,220,208)},pigment {C3(50,54,70)},0,.06) rotate -y*10 translate <4.4,0,6.6> }
