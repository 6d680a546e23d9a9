// Mustard in flower on the flats of the river, late in the afternoon.
#include "common.inc"
camera { location <.9,2.35,-3.9> right x*(3/2) up y look_at <.1,1.25,10> angle 52 }
light_source { <-60,26,70> color rgb <1,.83,.58>*2.9 }
light_source { <30,60,-60> color rgb <.62,.74,.95>*.95 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(255,222,168)][.10 C3(250,226,188)][.34 C3(186,206,220)][1 C3(112,152,190)]} }
  pigment { bozo turbulence .9 lambda 2.4 omega .6 color_map {[.45 rgbt 1][.8 rgbt <1,.93,.82,.45>][1 rgbt <1,.96,.9,.2>]} scale <1.4,.16,.5> } }
fog { fog_type 2 distance 260 fog_offset 2 fog_alt 14 color C3(250,222,180) }
#macro Petals(P,S) #for (K,0,3) #local D=vrotate(<S,RR(-.2,.35)*S,0>,y*(K*90+RR(-20,20))); #local W=vrotate(<0,0,S*.5>,y*(K*90));
  triangle {P,P+D*.8+W,P+D} triangle {P,P+D,P+D*.8-W} #end #end
#macro Clump(NS)
union {
 mesh { #for (I,1,NS) #local Ft=<RR(-.16,.16),0,RR(-.16,.16)>; #local H=RR(.62,1.08); #local Tp=Ft+<RR(-.16,.16),H,RR(-.16,.16)>;
   #local Q=vnormalize(<RR(-1,1),0,RR(-1,1)>)*.006; triangle {Ft-Q,Ft+Q,Tp}
   #for (J,0,4) #local B=Ft+(Tp-Ft)*RR(.1,.6); #local D=vnormalize(<RR(-1,1),RR(-.1,.6),RR(-1,1)>)*RR(.12,.22)*(1.2-B.y); #local W=vcross(D,y)*.28; triangle {B,B+D*.6+W,B+D} triangle {B,B+D,B+D*.6-W} #end
  #end pigment { bozo color_map {[0 C3(70,104,36)][.6 C3(112,142,52)][1 C3(150,164,70)]} scale .2 } finish {diffuse .7 ambient .03} }
 mesh { #for (I,1,NS) #local C=<RR(-.3,.3),RR(.66,1.06),RR(-.3,.3)>;
   #for (J,0,13) #local P=C+<RR(-.055,.055),RR(-.07,.10),RR(-.055,.055)>; Petals(P,RR(.020,.032)) #end
  #end pigment { bozo color_map {[0 C3(240,188,18)][.5 C3(250,212,38)][1 C3(255,232,96)]} scale .12 } finish {diffuse .85 ambient .06} }
}
#end
#declare CL=array[6]; #for (I,0,5) #declare CL[I]=Clump(13) #end
#declare FG=function { pigment { bozo turbulence .4 scale 7 color_map {[0 rgb 0][1 rgb 1]} } }
#declare Way=function(q) { .35*sin(q*.21)-.02*q }
#declare Z=-2.4; #while (Z<46) #local Sp=.26+max(0,Z)*.012; #declare X=-3-abs(Z+3)*.62; #while (X<3+abs(Z+3)*.62)
  #local PX=X+RR(-.5,.5)*Sp; #local PZ=Z+RR(-.5,.5)*Sp; #local Dw=abs(PX-Way(PZ));
  #local Free=.5; #if (PZ+.6 < 0) #local Free=.85; #end
  #if (Dw>Free) object { CL[int(rand(R)*5.99)] rotate y*RR(0,360) scale <1+max(0,Z)*.02,RR(.82,1.12)*(.8+.3*FG(PX,0,PZ).gray),1+max(0,Z)*.02> translate <PX,.04*sin(PX*.4),PZ> } #end
  #declare X=X+Sp; #end #declare Z=Z+Sp; #end
plane { y,0 pigment { bozo turbulence .6 color_map {[0 C3(120,94,62)][.6 C3(150,122,84)][1 C3(104,112,60)]} scale .5 } normal {granite .3 scale .6} }
// the river and its far bank
box {<-400,.01,50>,<400,.05,150> Water(C3(150,140,120)*.4,.05,1.2,.04,3) }
#for (K,0,150) object { Bush(9,C3(86,108,62)) scale <RR(1.5,4),RR(1,3.4),2> translate <RR(-150,150),.1,152+RR(0,14)> } #end
#for (K,0,16) object { Tree(26,C3(80,104,60),.3) scale RR(7,12) translate <RR(-110,110),0,156+RR(0,20)> } #end
#for (K,0,2) object { Ridge(3+K*5,.2,1.4) scale <520,24+K*9,80> translate <-60+K*90,-2,330+K*90> pigment { C3(150,160,166) } } #end
// a bridge of iron far away
union { #for (K,0,13) box {<K*14-.5,0,-1>,<K*14+.5,5,1>} #for (J,-1,1,2) cylinder {<K*14,6,J>,<K*14+7,12,J>,.35} cylinder {<K*14+7,12,J>,<K*14+14,6,J>,.35} #end #end box {<0,5,-1.5>,<196,6.2,1.5>} pigment {C3(96,84,78)} translate <-165,0,140> }
// a woman with her bicycle on the path
#declare Bike=union { #for (S,-1,1,2) torus {.33,.018 rotate x*90 translate <S*.54,.35,0> pigment {C3(30,30,32)}} #for (K,0,11) cylinder {0,y*.33,.002 rotate z*K*30 translate <S*.54,.35,0> pigment {C3(180,180,180)}} #end #end
  cylinder {<.54,.35,0>,<.42,1.02,0>,.016} cylinder {<.44,.85,0>,<-.16,.8,0>,.016} cylinder {<.44,.8,0>,<-.06,.32,0>,.016} cylinder {<-.06,.32,0>,<-.18,.92,0>,.014} cylinder {<-.06,.32,0>,<-.54,.35,0>,.012} cylinder {<-.16,.78,0>,<-.54,.35,0>,.011}
  cylinder {<.40,1.04,-.26>,<.40,1.04,.26>,.013} sphere {0,1 scale <.14,.04,.08> translate <-.2,.95,0> pigment {C3(50,34,26)}} pigment {C3(38,74,92)} finish {specular .5} }
union { object { Person(3,<.28,1.02,.2>,<.30,1.0,-.12>,C3(150,52,60),C3(44,42,52),1,.16) } object { Bike translate <.0,0,-.42> }
  union { #for (K,1,46) object { CL[int(rand(R)*5.99)] scale <.32,.3,.32> rotate <RR(-60,60),RR(0,360),RR(60,110)> translate <-.52+RR(-.12,.12),.82+RR(0,.2),-.42+RR(-.16,.16)> } #end }
  rotate y*72 translate <Way(4.4)+.1,0,4.4> }
