// Village classroom: desks, blackboard, sun through the windows.
#declare RAD=1;
#include "common.inc"
camera { location <2.5,1.72,-4.9> right x*(4/3) up y look_at <-.55,1.12,2.2> angle 62 }
light_source { <-40,31,-14> color rgb <1,.91,.72>*7 area_light y*1.5,z*1.5,3,3 adaptive 1 jitter }
light_source { <1.5,3,-3> color rgb <.95,.95,.95>*1.3 shadowless fade_distance 4 fade_power 1 }
sky_sphere { pigment { rgb <.84,.94,1>*4 } }
#declare Wd=texture { pigment { wood turbulence .07 octaves 3 color_map {[0 C3(158,110,66)][.5 C3(144,98,58)][1 C3(130,88,52)]} scale .06 rotate y*90 rotate z*3 } normal {granite .05 scale <1,.1,.1>} finish { specular .25 roughness .05 } }
#declare Wall=texture { gradient y texture_map { [0 pigment {bozo turbulence .4 color_map {[0 C3(96,136,116)][1 C3(112,150,128)]} scale .5}] [.31 pigment {bozo turbulence .4 color_map {[0 C3(96,136,116)][1 C3(116,152,130)]} scale .5}] [.31 pigment {bozo turbulence .5 color_map {[0 C3(236,224,190)][.7 C3(226,212,176)][1 C3(200,184,148)]} scale .8}][1 pigment {bozo turbulence .5 color_map {[0 C3(236,224,190)][1 C3(222,208,172)]} scale .8}] } scale 3.6 }
box {<-4,-.1,-7>,<4.3,0,5.2> pigment { brick C3(96,60,46), C3(156,92,64) brick_size <.3,1,.3> mortar .008 translate <.1,.5,0> } normal {granite .06 scale .4} finish { specular .2 roughness .05 reflection {.01 .12} } }
box {<-4,3.6,-7>,<4.3,3.7,5.2> pigment {C3(230,226,214)}} box {<-4,0,5>,<4.3,3.7,5.2> texture {Wall}} box {<4.1,0,-7>,<4.3,3.7,5.2> texture {Wall}} box {<-4,0,-7.2>,<4.3,3.7,-7> texture {Wall}}
difference { box {<-4.2,0,-7>,<-3.95,3.7,5.2>} #for (K,0,3) box {<-5,1,-5.6+K*2.7>,<-3,2.9,-4+K*2.7>} #end texture {Wall} }
#for (K,0,3) #for (J,0,5) cylinder {<-4.08,1,-5.6+K*2.7+J*.32>,<-4.08,2.9,-5.6+K*2.7+J*.32>,.014 pigment {C3(60,90,84)}} #end
 #for (S,0,1) union { box {<0,0,0>,<.75,1.88,.04>} #for (J,0,13) box {<.08,.1+J*.125,-.02>,<.67,.16+J*.125,.06>} #end pigment {C3(54,104,96)} rotate y*(S=0?-118:118) translate <-4.2,1,-5.6+K*2.7+S*1.6> } #end
 box {<-4.2,.92,-5.7+K*2.7>,<-3.86,1,-3.9+K*2.7> texture {Wd}} #end
#for (K,0,7) object { Bush(12,C3(92,138,52)) scale RR(.9,1.6) translate <-8.5-RR(0,2),RR(-.6,.5),-5+K*1.6> } #end
// ceiling fans
#for (K,0,1) union { cylinder {y*0,y*.6,.02} cylinder {-y*.06,y*.08,.12} #for (J,0,2) box {<.1,0,-.07>,<.75,.015,.07> rotate x*8 rotate y*(J*120+K*30+14)} #end pigment {C3(226,226,222)} translate <.2,2.95,-1.6+K*3.4> } #end
// blackboard
box {<-2.2,1.05,4.93>,<1.8,2.55,4.99> texture { pigment { bozo turbulence .7 lambda 2.5 color_map {[0 C3(34,70,58)][.5 C3(42,80,66)][1 C3(66,102,90)]} scale <.9,.3,1> } finish {specular .1 roughness .1} } }
#for (S,0,1) box {<-2.28,.98+S*1.56,4.9>,<1.88,1.06+S*1.56,5> texture {Wd}} box {<-2.28+S*4.1,1,4.9>,<-2.2+S*4.1,2.6,5> texture {Wd rotate z*90}} #end box {<-2.2,.96,4.78>,<1.8,.99,5> texture {Wd}}
text { ttf "/usr/share/fonts/truetype/noto/NotoSerif-Italic.ttf" "Thứ Sáu, ngày 20 tháng 11" .01,0 scale .17 translate <-1.55,2.25,4.92> pigment {granite color_map {[.3 C3(240,240,232)][.62 C3(150,170,160)]} scale .1} }
text { ttf "/usr/share/fonts/truetype/noto/NotoSerif-Italic.ttf" "Tập đọc: Con sông quê em" .01,0 scale .21 translate <-1.6,1.9,4.92> pigment {granite color_map {[.3 C3(244,240,220)][.62 C3(150,170,160)]} scale .1} }
#for (K,0,2) sphere_sweep { b_spline 12 #for (J,-1,10) <-1.5+J*.28,1.58-K*.15+.035*sin(J*1.7+K)+.01*rand(R),4.92>,.006 #end pigment {C3(200,214,206)} } #end
#for (K,0,4) cylinder {0,x*RR(.04,.08),.008 rotate y*RR(0,90) translate <-1.6+K*.5,1.0,4.84> pigment {rgb <1,RR(.7,1),RR(.6,1)>}} #end box {<.9,.99,4.8>,<1.1,1.05,4.9> pigment {C3(90,70,60)}}
// map and clock, drawings
box {<2.35,1.3,4.95>,<3.5,2.75,4.99> pigment { bozo turbulence .8 color_map {[.45 C3(160,200,214)][.48 C3(206,196,140)][.7 C3(150,176,110)][1 C3(190,140,90)]} scale .5 } } box {<2.3,2.74,4.93>,<3.55,2.79,5> texture {Wd}} box {<2.3,1.27,4.93>,<3.55,1.31,5> texture {Wd}}
union { cylinder {z*0,-z*.05,.19 pigment {C3(60,60,60)}} cylinder {-z*.045,-z*.055,.17 pigment {C3(246,244,236)}} box {<-.008,0,-.06>,<.008,.13,-.058> rotate z*50 pigment {C3(20,20,20)}} box {<-.01,0,-.06>,<.01,.09,-.058> rotate -z*150 pigment {C3(20,20,20)}} translate <-.2,3.0,5> }
#for (K,0,9) box {<4.08,1.5+RR(-.04,.04),-5+K*.9>,<4.1,1.95,-4.5+K*.9> pigment { bozo turbulence .6 #local H=rand(R); color_map {[0 rgb <.9,.9*H,.3>][.5 rgb <.2,.5,.9*H+.1>][.8 rgb <.95,.93,.88>]} scale .16 } } #end
// teacher's desk
union { box {<-.75,.74,-.36>,<.75,.78,.36>} box {<-.7,.1,-.3>,<-.66,.74,.3>} box {<.66,.1,-.3>,<.7,.74,.3>} box {<-.7,.25,-.3>,<.7,.72,-.27>} texture {Wd} translate <2.1,0,3.4> }
union { lathe { cubic_spline 7 <0,0>,<.06,0>,<.085,.08>,<.05,.17>,<.045,.22>,<.06,.25>,<.07,.26> pigment {C3(70,110,150)} finish {specular .6}} #for (K,1,7) union { cylinder {0,y*.3,.004 pigment {C3(70,110,50)}} sphere {y*.31,.035 scale <1,.7,1> pigment {C3(236,RR(90,190),60)}} rotate <RR(-22,22),0,RR(-22,22)> translate y*.2 } #end translate <1.65,.78,3.4> }
#for (K,0,4) box {<-.1,0,-.14>,<.1,.02,.14> rotate y*RR(-12,12) translate <2.4,.78+K*.021,3.35> pigment {srgb <RR(.3,.9),RR(.3,.8),RR(.3,.8)>}} #end
// pupils' desks with benches: 2 columns
#macro Pair(X,Z) union {
  box {<-.62,.66,-.22>,<.62,.69,.2> rotate x*5} box {<-.58,.5,-.2>,<.58,.52,.16>} #for (S,-1,1,2) box {<S*.54-.025,0,-.2>,<S*.54+.025,.66,-.14>} box {<S*.54-.025,0,.12>,<S*.54+.025,.68,.18>} box {<S*.54-.02,.06,-.6>,<S*.54+.02,.11,.18>} box {<S*.54-.025,0,-.66>,<S*.54+.025,.4,-.6>} box {<S*.54-.025,0,-.46>,<S*.54+.025,.4,-.4>} #end
  box {<-.6,.39,-.7>,<.6,.42,-.38>} box {<-.6,.62,-.72>,<.6,.72,-.7>} #for (S,-1,1,2) box {<S*.5-.02,.4,-.72>,<S*.5+.02,.7,-.69>} #end
  #if (rand(R)<.75) box {<-.4,.70,-.12>,<-.2,.715,.14> rotate y*RR(-9,9) pigment {srgb <RR(.4,.9),RR(.4,.8),RR(.4,.8)>}} #end #if (rand(R)<.6) box {<.1,.69,-.12>,<.3,.7,.14> rotate y*RR(-14,9) pigment {C3(244,242,232)}} #end
  #if (rand(R)<.5) superellipsoid {<.4,.4> scale <.15,.18,.08> translate <RR(-.3,.3),.58,-.52> pigment {srgb <RR(.1,.7),RR(.1,.4),RR(.2,.7)>}} #end
  texture {Wd translate <RR(-9,9),RR(-9,9),RR(-9,9)>} rotate y*RR(-2.5,2.5) translate <X+RR(-.04,.04),0,Z> }
#end
#for (C,0,2) #for (Rw,0,5) Pair(-2.55+C*1.9,-4.2+Rw*1.2) #end #end
