// Train curving through a mountain pass.
#include "common.inc"
camera { location <-15,10.5,-42> right x*1.5 up y look_at <3,12.5,20> angle 50 }
light_source { <5200,4200,-2800> color rgb <1,.95,.85>*2 area_light x*400,y*400,3,3 adaptive 0 jitter }
light_source { <-2000,6000,-2000> color rgb <.6,.74,1>*.5 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(226,232,234)][.15 C3(176,204,226)][.5 C3(92,146,204)][1 C3(50,96,164)]} } pigment { wrinkles turbulence .6 color_map {[.42 rgbt 1][.68 rgbt <1,1,1,.25>][1 rgbt <.84,.87,.92,.05>]} scale <.7,.25,.7> translate 5 } }
fog { fog_type 2 distance 420 fog_offset -10 fog_alt 60 color C3(190,208,226) }
#declare Fw=function { pigment { wrinkles turbulence .25 color_map {[0 rgb 0][1 rgb 1]} scale .2 translate <.3,.7,.4> } }
#declare Fg=function { pigment { granite color_map {[0 rgb 0][1 rgb 1]} scale .3 } }
#declare MT=texture { slope {y 0,1} texture_map { [.55 pigment {granite turbulence .3 color_map {[0 C3(112,104,98)][.5 C3(140,130,120)][1 C3(84,80,80)]} scale .06} normal {granite .6 scale .03}] [.72 pigment {bozo color_map {[0 C3(74,96,52)][1 C3(120,124,74)]} scale .02 turbulence .6}] [1 pigment {bozo color_map {[0 C3(66,94,48)][1 C3(128,132,76)]} scale .02}] } }
#declare SnowT=texture { gradient y texture_map { [.5 MT][.62 slope {y 0,1} texture_map {[.5 pigment {C3(120,116,118)} normal {granite .6 scale .03}][.62 pigment {C3(246,248,252)} finish {diffuse .9}][1 pigment {C3(246,248,252)} finish {diffuse .9}]}][1 slope {y 0,1} texture_map {[.46 pigment {C3(126,122,124)} normal {granite .6 scale .03}][.56 pigment {C3(246,248,252)} finish {diffuse .9}][1 pigment {C3(250,250,252)} finish {diffuse .9}]}] } }
height_field { function 500,500 { pow(Fw(x,y,0).grey,1.5)*.9*min(1,7*y*(1-y)) +.05*Fg(x,y,0).grey } smooth texture {SnowT} translate <-.5,0,-.5> scale <620,190,300> translate <10,-16,330> }
height_field { function 400,400 { pow(Fw(y,x,.4).grey,1.6)*.8*min(1,7*y*(1-y))+.04*Fg(x,y,.2).grey } smooth texture {MT} translate <-.5,0,-.5> scale <420,105,130> translate <-60,-14,165> }
// the shelf: track runs on a curve of radius RC about (CX,CZ)
#declare RC=62; #declare CCx=-58; #declare CCz=22; #declare TY=6;
#macro TP(A,Dr,H) <CCx+(RC+Dr)*cos(A*pi/180),TY+H,CCz+(RC+Dr)*sin(A*pi/180)> #end
#declare Ter=function { pigment { wrinkles color_map {[0 rgb 0][1 rgb 1]} scale .12 translate 3 } }
#declare DX=function(x,y) { sqrt(pow((x-.5)*260+30-CCx,2)+pow((y-.5)*260+40-CCz,2))-RC }
#declare HF=function(x,y) { (40+TY-.75 + select(DX(x,y)-3.2, select(DX(x,y)+3.4, min(26,(-DX(x,y)-3.4)*1.15*(.6+.9*Ter(x,y,0).grey)),0), -min(44,(DX(x,y)-3.2)*.75*(.7+.6*Ter(x,y,0).grey))) + select(abs(DX(x,y))-3.5,0,1)*(2.4*(Ter(x*3,y*3,0).grey-.4)))/90 }
height_field { function 900,900 { max(0,HF(x,1-y)) } smooth translate <-.5,0,-.5> scale <260,90,-260> translate <30,-40,40>
  texture { slope {y 0,1} texture_map { [.55 pigment {granite turbulence .3 color_map {[0 C3(120,108,94)][.5 C3(146,132,114)][1 C3(88,80,74)]} scale 3} normal {granite .8 scale 2}] [.74 pigment {granite color_map {[0 C3(72,92,44)][.5 C3(104,114,58)][1 C3(136,128,76)]} scale 1.4} normal {granite .6 scale .6}] [1 pigment {granite color_map {[0 C3(84,104,48)][.6 C3(118,124,66)][1 C3(140,132,84)]} scale 1.2} normal {granite .6 scale .6}] } } }
// ballast, rails, sleepers
#for (I,-64,110) #local A=I*1.0; #local A2=A+1.0;
  cylinder {TP(A,-.72,.16),TP(A2,-.72,.16),.07 pigment {C3(96,84,78)} finish {specular .6}} cylinder {TP(A,.72,.16),TP(A2,.72,.16),.07 pigment {C3(96,84,78)} finish {specular .6}}
  #for (J,0,1) box {<-1.3,-.1,-.14>,<1.3,.08,.14> rotate -y*(A+J*.5) translate TP(A+J*.5,0,0) pigment {C3(110,100,90)*RR(.7,1)}} #end
  cylinder {TP(A,0,-2.0),TP(A2,0,-2.0),2.06 scale <1,1,1> pigment {granite color_map {[0 C3(130,122,112)][1 C3(92,86,80)]} scale .8} normal {granite 1 scale .3}}
  // low stone wall on the valley side
  #if (mod(I,3)) box {<-.3,-1,-.56>,<.3,.55,.56> rotate -y*A translate TP(A,3.2,0) pigment {granite color_map {[0 C3(160,150,134)][1 C3(120,112,100)]}} normal {granite .5 scale .3}} #end
  #if (mod(I,11)=0) cylinder {TP(A,2.6,-.5),TP(A,2.6,7),.1 pigment {C3(110,112,110)}} cylinder {TP(A,2.6,6.6),TP(A,.1,6.4),.05 pigment {C3(90,92,90)}} #end
  cylinder {TP(A,.1,6.2),TP(A2,.1,6.2),.02 pigment {C3(50,50,50)}}
#end
// cars: prism-like bodies 15 m long
#macro Car(A,Loco)
 union { #local L=15.4;
  superellipsoid {<.12,.12> scale <1.45,1.75,L/2> translate y*2.6 pigment { gradient y color_map {[0 C3(90,92,94)][.13 C3(90,92,94)][.13 C3(168,34,32)][.52 C3(168,34,32)][.52 C3(238,228,200)][.86 C3(238,228,200)][.86 C3(150,152,154)][1 C3(130,132,134)]} scale 4.4 } finish {specular .4 roughness .03 reflection .03} }
  #if (Loco=0) #for (K,-4,4) box {<-1.49,2.55,K*1.62-.55>,<1.49,3.5,K*1.62+.55> pigment {C3(26,36,44)} finish {specular .6 reflection {.12 .4}}} #end
    #for (S,-1,1,2) box {<-1.5,1.2,S*7.1-.4>,<1.5,3.5,S*7.1+.4> pigment {C3(140,28,28)}} #end #for (K,-2,2) box {<-.6,4.3,K*2.6-.8>,<.6,4.6,K*2.6+.8> pigment {C3(120,122,124)}} #end
  #else box {<-1.2,2.9,-L/2-.04>,<1.2,3.8,-L/2+.3> pigment {C3(26,36,44)} finish {specular .6 reflection .2}} #for (K,-1,2) box {<-1.49,2.3,K*2.4-.9>,<1.49,3.5,K*2.4+.9> pigment {C3(84,84,84)} normal {gradient y 1 scale .12}} #end box {<-1.49,2.7,-6.6>,<1.49,3.6,-5.4> pigment {C3(26,36,44)}}
    #for (S,-1,1,2) sphere {<S*.8,1.7,-L/2>,.2 pigment {rgb <1,.95,.8>} finish {emission 2.5}} #end sphere {<0,4,-L/2>,.2 pigment {rgb <1,.95,.8>} finish {emission 2.5}} box {<-1.4,.5,-L/2-.5>,<1.4,1,-L/2> pigment {C3(220,180,50)}} box {<-.7,4.3,-3>,<.7,4.7,3> pigment {C3(100,102,104)}} #end
  #for (S,-1,1,2) union { box {<-1.2,.45,-1.6>,<1.2,.9,1.6>} #for (W,-1,1,2) #for (T,-1,1,2) cylinder {<T*.65,.5,W*1.05>,<T*.85,.5,W*1.05>,.45} #end #end translate z*S*5 pigment {C3(44,44,46)} } #end
  rotate y*(-A) rotate y*0 translate TP(A,0,.1) }
#end
#declare StepA=degrees(16.1/RC); 
#for (K,0,8) Car(-31+K*StepA,(K=0)) #end
// conifers
#declare Con=array[3]; #for (Q,0,2) #declare Con[Q]=union { cone {0,.03,y,.006 pigment {C3(74,58,46)}} mesh { #for (I,1,520) #local T=pow(rand(R),.8); #local A=RR(0,360); #local Rr=.21*(1-T)+.012; #local D=vrotate(x,y*A); #local W=vrotate(z,y*A)*.03*(1.2-T); triangle {y*(.1+.9*T),D*Rr*RR(.75,1.15)+y*(.1+.9*T-Rr*.38)+W,D*Rr*RR(.75,1.15)+y*(.1+.9*T-Rr*.5)-W} #end pigment {C3(40,66,44)*RR(.8,1.3)} finish {diffuse .75} } } #end
#macro TH(X,Z) (-40+90*max(0,HF((X-30)/260+.5,(Z-40)/260+.5))) #end
#for (I,1,620) #local A=RR(-75,130); #local S=(rand(R)<.55); #local Dr=#if (S) -RR(9,34); #else RR(7,40); #end #local P=TP(A,Dr,0); #if (vlength(P-<-15,10,-42>)>13) object {Con[int(rand(R)*2.99)] rotate y*RR(0,360) scale RR(4.5,9.5)*<1,RR(.9,1.3),1> translate <P.x,TH(P.x,P.z)-.5,P.z>} #end #end
#for (I,1,900) #local A=RR(-75,100); #local Dr=#if (rand(R)<.5) -RR(4,9); #else RR(4,16); #end #local P=TP(A,Dr,0); object {LB1 scale RR(.25,.9)*<1,.7,1> rotate y*RR(0,360) translate <P.x,TH(P.x,P.z)+.05,P.z> pigment {C3(96,110,50)*RR(.6,1.3)}} #end
