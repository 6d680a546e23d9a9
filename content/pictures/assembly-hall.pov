// Assembly hall, seen from the back rows to the rostrum.
#declare RAD=1;
#include "common.inc"
camera { location <5.2,5.3,-17.5> right x*16/9 up y look_at <-.9,2.3,3> angle 60 }
light_source { <-8,10.5,-6> color rgb <1,.93,.82>*1.0 area_light x*6,z*6,3,3 adaptive 1 jitter }
light_source { <8,10.5,2> color rgb <1,.93,.82>*.9 area_light x*6,z*6,3,3 adaptive 1 jitter }
light_source { <0,9,6> color rgb <1,.95,.86>*.9 spotlight point_at <0,2,13> radius 30 falloff 50 }
light_source { <4,8,-24> color rgb <1,.92,.82>*.6 area_light x*6,y*3,2,2 jitter }
#declare Walnut=texture { pigment { wood turbulence .07 octaves 3 color_map {[0 C3(132,84,52)][.5 C3(108,66,40)][1 C3(84,50,30)]} scale .2 rotate y*3 } finish { specular .3 roughness .04 reflection .03 } }
#declare Panel=texture { pigment { wood turbulence .06 octaves 3 color_map {[0 C3(176,126,80)][.5 C3(156,106,64)][1 C3(134,88,52)]} scale .25 rotate x*90 } finish { specular .2 roughness .05 } }
#declare Seat=texture { pigment { bozo color_map {[0 C3(128,34,38)][1 C3(150,44,46)]} scale .3 } normal {bumps .15 scale .02} finish { diffuse .8 specular .05 } }
// walls: slatted panels on an arc behind the rostrum
#for (K,-34,34) box {<-.36,0,0>,<.36,9.5,.3> translate z*21.6 rotate y*K*2.1 texture {Panel translate K*3.7} } #end
cylinder {<0,0,0>,<0,12,0>,22.2 open pigment {C3(70,46,32)}}
#for (K,-34,34) #if (mod(K,4)=0) box {<-.06,1,-.1>,<.06,8.6,.1> translate z*21.4 rotate y*(K*2.1+1.05) pigment {rgb <1,.84,.58>} finish {emission .75}} #end #end
// ceiling with rings of light
cylinder {y*12,y*12.2,24 pigment {C3(226,220,208)}} 
#for (K,0,4) difference { cylinder {y*(11.2-K*.0),y*11.9,5+K*4} cylinder {y*11,y*12,4.6+K*4} translate z*4 pigment {C3(196,180,156)} } torus {4.4+K*4,.09 translate <0,11.4,4> pigment {rgb <1,.9,.72>} finish {emission 1.1}} #end
#for (K,0,60) sphere {vrotate(<2+17*rand(R),11.95,0>,y*RR(0,360)),.11 pigment {rgb 1} finish {emission 2}} #end
// floor steps, concentric about (0,0,13)
#declare NR=11;
plane {y,0 pigment {C3(92,70,60)}}
#for (K,0,NR) difference { cylinder {<0,-.1,13>,<0,K*.34,13>,60} cylinder {<0,-.2,13>,<0,9,13>,6.6+K*2.05} texture { pigment { bozo color_map {[0 C3(84,60,56)][1 C3(98,70,64)]} scale .2 } normal {bumps .1 scale .02} } } #end
// one place: desk, microphone, chair
#declare Chair=union { superellipsoid {<.3,.3> scale <.27,.07,.27> translate <0,.47,0>} superellipsoid {<.35,.3> scale <.27,.36,.06> rotate x*-9 translate <0,.86,-.27>} 
   #for (S,-1,1,2) superellipsoid {<.3,.3> scale <.035,.03,.2> translate <S*.31,.66,0> texture {Walnut}} box {<S*.31-.02,.1,-.05>,<S*.31+.02,.65,.05> pigment {C3(50,46,44)}} #end cylinder {<0,0,0>,<0,.45,0>,.05 pigment {C3(60,58,56)}} texture {Seat} }
#declare Desk=union { box {<-.5,.72,-.02>,<.5,.76,.46> texture {Walnut}} box {<-.5,0,.4>,<.5,.9,.45> texture {Walnut rotate z*90}} box {<-.5,.88,.34>,<.5,.92,.48> texture {Walnut}}
   sphere_sweep { b_spline 5 <.28,.7,.3>,.007 <.28,.77,.3>,.007 <.28,.95,.24>,.007 <.28,1.06,.14>,.007 <.28,1.12,.05>,.007 pigment {C3(24,24,24)}} sphere {<.28,1.07,.12>,.02 pigment {C3(24,24,24)}} box {<.18,.76,.2>,<.38,.79,.36> pigment {C3(30,30,32)}} }
#for (K,0,NR-1) #local Rd=7.4+K*2.05; #local Stp=degrees(1.06/Rd); #local Half=int(62/Stp);
  #for (I,-Half,Half) #local A=I*Stp; #if (abs(abs(A)-22)>Stp*.85 & abs(A)<60)
   union { object {Desk} object {Chair rotate y*RR(-12,12) translate <RR(-.04,.04),0,-.42>}
     #if (rand(R)<.55) box {<-.25,.762,.08>,<-.04,.77,.36> rotate y*RR(-10,10) pigment {C3(240,238,230)}} #end #if (rand(R)<.4) cylinder {<.05,.76,.22>,<.05,.95,.22>,.03 pigment {rgbt <.8,.9,.95,.4>} finish {specular .6}} #end
     translate <0,K*.34,-Rd> rotate y*A translate z*13 } #end #end #end
// rostrum: platform, long table, lectern, chairs
box {<-7,0,12.6>,<7,.7,20.5> pigment {C3(112,34,36)}} box {<-7.05,0,12.5>,<7.05,.72,12.7> texture {Panel}}
box {<-5.2,.7,15.2>,<5.2,1.65,15.4> texture {Panel rotate z*90}} box {<-5.3,1.62,15.1>,<5.3,1.7,16.1> texture {Walnut}}
#for (K,-4,4) union { object {Chair scale <1.1,1.35,1.1>} rotate y*180 translate <K*1.1,.75,16.7> } sphere_sweep { b_spline 4 <K*1.1,1.6,15.6>,.01 <K*1.1,1.72,15.6>,.01 <K*1.1,1.95,15.7>,.01 <K*1.1,2.1,15.85>,.01 pigment {C3(24,24,24)} } #end
union { box {<-.6,0,-.25>,<.6,1.2,.25> texture {Panel rotate z*90}} box {<-.72,1.15,-.35>,<.72,1.22,.4> rotate x*-9 texture {Walnut}} torus {.2,.03 rotate x*90 translate <0,.75,-.27> pigment {C3(206,170,90)} finish {specular .6}} translate <-3.6,.7,13.6> }
// plain curtain and emblem of waves behind
#declare CX=function(u,v,q) { -4+8*u } #declare CY=function(u,v,q) { .7+8*v } #declare CZ=function(u,v,q) { 20.4+.16*sin(u*90)+.08*sin(u*41+v) }
object { PMesh(CX,CY,CZ,0,1,0,1,240,4) pigment {C3(132,28,34)} finish {diffuse .8} }
#for (K,0,2) sphere_sweep { b_spline 11 #for (J,-5,5) <J*.3,5.6-K*.42+.16*sin(J*1.3+K),20.0>,.07 #end pigment {C3(220,184,96)} finish {specular .5 diffuse .7} } #end torus {1.5,.08 rotate x*90 translate <0,5.2,20> pigment {C3(220,184,96)} finish {specular .5}}
// flowers before the table
#for (K,1,26) object {LB1 scale .22 translate <RR(-4.8,4.8),.9+RR(0,.15),15> pigment {#if (rand(R)<.6) C3(64,100,50) #else C3(230,190,80) #end}} #end
// attendants
object { Person(3,<.3,1,.25>,<.3,1,-.25>,pigment {C3(236,234,228)},pigment {C3(30,34,46)},0,.08) rotate y*60 translate <2.6,.7,14.2> }
object { Person(24,<.5,.85,.15>,<.5,.85,-.15>,pigment {C3(60,64,80)},pigment {C3(30,34,46)},0,.08) rotate y*160 translate <-1.4,1.02,1.0> }
