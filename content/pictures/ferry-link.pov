// White double-ended car ferry leaving a concrete pier, morning. 1 unit = 1 m.
#include "common.inc"
#declare Sun=vnormalize(<-.62,.5,-.72>);
camera { location <-6.5,6.6,-36> direction z right x*1.5*.98 up y*.98 look_at <12.6,6.3,10> angle 47 }
light_source { Sun*9000 color srgb <1,.93,.80>*1.8 area_light vcross(Sun,y)*160,y*160,4,4 adaptive 1 jitter }
light_source { <2000,6000,-3000> color srgb <.55,.68,.85>*.5 shadowless }
light_source { <-1000,900,-6000> color srgb <.6,.68,.8>*.25 shadowless }
sky_sphere { pigment { gradient y color_map { [0 C3(222,232,236)][.05 C3(196,218,232)][.2 C3(124,172,212)][.6 C3(70,124,184)][1 C3(48,96,160)] } }
  pigment { wrinkles turbulence .4 color_map { [.0 rgbt <1,1,1,1>][.62 rgbt <1,1,1,1>][.9 rgbt <1,1,1,.75>] } scale <.9,.07,.9> } }
fog { fog_type 2 distance 1150 fog_offset 0 fog_alt 60 color C3(186,208,224) }
// ---------- water with wake
#declare WX=22; #declare WZ=30; // where the stern is
#declare An=-26;      // heading of the ferry, degrees about y
#declare FN=function { pigment { wrinkles turbulence .5 scale <3.4,1,1.5> color_map {[0 rgb 0][1 rgb 1]} } }
#declare FB=function { pigment { bozo turbulence .6 scale <5,1,2.2> color_map {[0 rgb 0][1 rgb 1]} } }
// x: distance behind the stern (negative = behind), z: across
#declare Wake=function(x,y,z) { min(1,max(0,
   (select(x, 1,0) * ( max(0,1-pow(abs(z-1.6*sin(x*.06))/(6.2-x*.06),1.6))*exp(x*.012)*1.9
    + .8*max(0,1-abs(abs(z)-(6.5-x*.2))/(1.1-x*.018))*exp(x*.02) )
   + select(x,0,1)*.9*max(0,1-abs(abs(z)-7.6-.03*x)/1.3)*exp(-abs(x-5)*.03))
   *(-.02+1.25*FB(x,0,z).grey) - .95*FN(x,0,z).grey)*1.7) }
#declare WaterT=texture { pigment { C3(30,84,90)*.9 } normal { average normal_map { [1 bumps .5 scale <3.6,1,1.7>] [1 bumps .55 scale <1.1,1,.6> rotate y*25] [.8 bumps .5 scale <.4,.4,.24> rotate -y*20] [1.1 wrinkles .55 scale <.7,.7,.4> rotate y*10] [.9 bumps .6 scale <.13,.13,.08> rotate y*33] } } finish { diffuse .5 specular .3 roughness .003 reflection { .02 .9 fresnel on } conserve_energy } }
#declare FoamT=texture { pigment { bozo color_map {[0 C3(206,222,222)][1 C3(250,252,250)]} scale .7 } normal {bumps .8 scale .3} finish { diffuse .85 ambient .02} }
#declare MilkT=texture { pigment { C3(112,164,160) } normal { bumps .4 scale 1.2 } finish { diffuse .6 reflection {.02 .35 fresnel on} conserve_energy } }
plane { y,0 interior { ior 1.33 }
  texture { function { Wake(x,y,z) } texture_map { [0 WaterT][.22 MilkT][.5 FoamT][1 FoamT] } rotate y*An translate <WX,0,WZ> } }
// ---------- paints
#declare White=texture { pigment { C3(238,240,238) } finish { diffuse .82 specular .25 roughness .03 reflection .02 } }
  texture { pigment { bozo turbulence .3 color_map { [.5 rgbt 1][.72 rgbt <.55,.45,.33,.86>][1 rgbt <.4,.26,.15,.72>] } scale <.5,6,.5> } }
#declare Glass=texture { pigment { C3(24,38,46) } finish { diffuse .3 specular .5 roughness .01 reflection { .12 .7 } } }
#declare Dark=texture { pigment { C3(46,50,52) } }
#declare DeckT=texture { pigment { bozo color_map {[0 C3(70,104,92)][1 C3(88,120,104)]} scale 2 } }
#declare Grey=texture { pigment { C3(150,156,158) } }
#declare Oran=texture { pigment { C3(228,96,30) } finish { specular .3 } }
#macro Rail(A,B) // posts and three wires
 #local Ln=vlength(B-A); #local Np=max(1,int(Ln/1.5));
 union { #for (I,0,Np) cylinder {A+(B-A)*I/Np,A+(B-A)*I/Np+y*1.1,.035} #end
  cylinder {A+y*1.1,B+y*1.1,.045} cylinder {A+y*.75,B+y*.75,.025} cylinder {A+y*.4,B+y*.4,.025} texture {White} }
#end
#macro Car(Col)
 union { superellipsoid {<.35,.25> scale <2.1,.42,.85> translate y*.62 pigment {Col} finish {specular .6 reflection .12}}
  superellipsoid {<.45,.35> scale <1.2,.38,.74> translate <-.15,1.2,0> texture {Glass}} superellipsoid {<.5,.4> scale <.95,.06,.7> translate <-.15,1.56,0> pigment {Col}}
  #for (I,-1,1,2) #for (J,-1,1,2) cylinder {<I*1.3,.32,J*.6>,<I*1.3,.32,J*.88>,.33 texture {Dark}} #end #end
  box {<-2.14,.66,-.75>,<-2.05,.82,-.45> pigment {C3(170,20,16)}} box {<-2.14,.66,.45>,<-2.05,.82,.75> pigment {C3(170,20,16)}} }
#end
#macro Truck(Col)
 union { box {<-4,.9,-1.2>,<2,3.3,1.2> pigment {Col}} superellipsoid {<.2,.2> scale <.9,1.1,1.15> translate <3.1,1.75,0> pigment {C3(220,220,214)}} box {<-4,.5,-1.1>,<4,.9,1.1> texture {Dark}}
  #for (I,-1,1) cylinder {<I*2.6,.45,-1.2>,<I*2.6,.45,1.2>,.45 texture {Dark}} #end }
#end
// ---------- ferry: x from 0 (stern) to 62, beam 15; car deck at y=2.6
#declare W2=7.4;
#declare HWd=function(u,v,q) { W2*pow(1-pow(abs(2*u-1),7),.42)*(.82+.18*v) + .25*v }
#declare HX=function(u,v,q) { 62*u + (2*u-1)*v*1.2 }
#declare HY=function(u,v,q) { -1+v*(3.7+.5*pow(abs(2*u-1),4)) }
#declare HZ=function(u,v,q) { HWd(u,v,0) } #declare HZm=function(u,v,q) { -HWd(u,v,0) }
#declare HullT=texture { gradient y texture_map {
   [.0 pigment {C3(120,36,28)}] [.145 pigment {C3(120,36,28)}] [.15 pigment {C3(22,54,96)} finish {specular .2}] [.26 pigment {C3(22,54,96)} finish {specular .2}] [.265 White][1 White] } scale 6.5 translate -y*.75 }
#declare Ferry=union {
  union { object { PMesh(HX,HY,HZ,0,1,0,1,60,6) } object { PMesh(HX,HY,HZm,0,1,0,1,60,6) } texture {HullT} }
  box {<1,2.3,-7>,<61,2.6,7> texture {Grey}}
  // rubbing strake
  #for (S,-1,1,2) #for (I,0,39) #local U=.03+.94*I/40; #local Ub=.03+.94*(I+1)/40; cylinder {<HX(U,.72,0),HY(U,.72,0),S*(HWd(U,.72,0)+.05)>,<HX(Ub,.72,0),HY(Ub,.72,0),S*(HWd(Ub,.72,0)+.05)>,.16 texture {Dark}} #end #end
  // side casings with openings
  #for (S,-1,1,2)
   difference { box {<9,2.6,S*5.4>,<53,7.3,S*7.5>}
     #for (I,0,10) superellipsoid {<.25,.3> scale <1.35,.85,3> translate <12.2+I*3.75,5.3,S*7>} #end
     texture {White} }
   box {<9.5,2.8,S*5.6>,<52.5,7.2,S*7.25> texture {Glass}}
   box {<9,7.02,S*7.42>,<53,7.2,S*7.56> pigment {C3(22,54,96)}}
   // end brackets
   prism { linear_sweep linear_spline -.12,.12,4, <0,0>,<2.4,0>,<0,4.6>,<0,0> rotate -x*90 translate <53,2.6,S*7.2> texture {White} }
   prism { linear_sweep linear_spline -.12,.12,4, <0,0>,<-2.4,0>,<0,4.6>,<0,0> rotate -x*90 translate <9,2.6,S*7.2> texture {White} }
   // bulwark forward and aft
   box {<3,2.6,S*6.6>,<9,3.8,S*6.8> texture {White}} box {<53,2.6,S*6.6>,<59,3.8,S*6.8> texture {White}}
  #end
  // passenger deck
  box {<5.5,7.2,-7.9>,<56.5,7.55,7.9> texture {White}} box {<5.6,7.5,-7.8>,<56.4,7.58,7.8> texture {DeckT}}
  difference { box {<13,7.5,-5.7>,<49,10.4,5.7>} #for (I,0,15) #for (S,-1,1,2) superellipsoid {<.2,.3> scale <.82,.62,.5> translate <15.2+I*2.12,9.15,S*5.75>} #end #end
     #for (J,-2,2) superellipsoid {<.2,.3> scale <.5,.62,.7> translate <13,9.15,J*2.1>} #end texture {White} }
  box {<13.2,7.6,-5.45>,<48.8,10.2,5.45> texture {Glass}}
  box {<13,8.1,-5.74>,<49,8.22,5.74> pigment {C3(22,54,96)}}
  // top deck with rails, awning aft
  box {<8.5,10.4,-6.9>,<53,10.62,6.9> texture {White}} box {<8.7,10.6,-6.7>,<52.8,10.66,6.7> texture {DeckT}}
  #for (S,-1,1,2) Rail(<5.7,7.55,S*7.7>,<56.3,7.55,S*7.7>) Rail(<8.7,10.62,S*6.75>,<52.8,10.62,S*6.75>)
   #for (I,0,8) cylinder {<9.3+I*5.3,7.5,S*6.7>,<9.3+I*5.3,10.4,S*6.7>,.07 texture {White}} #end
   #for (I,0,3) cylinder {<17+I*9,7.9,S*7.86>,<17+I*9,7.9,S*7.9>,.01 texture {Oran}} torus {.36,.09 rotate x*90 translate <15+I*9,8.2,S*7.85> texture {Oran}} #end
   // boats and rafts
   union { sphere {0,1 scale <2.9,.85,1.05>} cylinder {-x*1.5,x*1.5,.6 translate y*.5} texture {Oran} translate <38,12.1,S*5.6> }
   #for (K,0,1) cylinder {<36.4+K*3.2,10.6,S*5>,<36.4+K*3.2,13.6,S*6.2>,.12 texture {White}} cylinder {<36.4+K*3.2,13.6,S*6.2>,<36.4+K*3.2,12.5,S*6.2>,.04 texture {Dark}} #end
   #for (K,0,4) cylinder {<12+K*1.7,11.2,S*6.1>,<13.2+K*1.7,11.2,S*6.1>,.4 texture {White}} #end
  #end
  Rail(<5.7,7.55,-7.7>,<5.7,7.55,7.7>) Rail(<8.7,10.62,-6.7>,<8.7,10.62,6.7>)
  // wheelhouse
  union { difference { box {<27.5,10.6,-4.6>,<34,13.8,4.6>} #for (I,0,3) #for (S,-1,1,2) box {<27.8+I*1.52,12.1,S*4.3>,<29.1+I*1.52,13.3,S*5>} #end #end
      #for (J,-3,3) #for (E,0,1) box {<27.2+E*6.3,12.1,J*1.28-.54>,<27.9+E*6.4,13.3,J*1.28+.54>} #end #end texture {White} }
    box {<27.7,10.7,-4.4>,<33.8,13.7,4.4> texture {Glass}}
    box {<26.9,13.8,-5.2>,<34.6,14.05,5.2> texture {White}} box {<29,10.6,-6.9>,<32.5,11.7,6.9> texture {White}}
    // mast
    cone {<30.5,14,0>,.28,<30.5,20.5,0>,.1 texture {White}} cylinder {<30.5,17.6,-1.8>,<30.5,17.6,1.8>,.08 texture {White}} cylinder {<30.5,16.1,-1.1>,<30.5,16.1,1.1>,.07 texture {White}}
    box {<-.12,0,-1.3>,<.12,.25,1.3> rotate y*35 translate <30.9,16.4,0> texture {White}} sphere {<29,14.7,2.6>,.65 texture {White}} sphere {<32.5,14.5,-3>,.45 texture {White}}
    #for (K,-1,1,2) cylinder {<30.5,17.6,K*1.7>,<30.5,21.3,K*1.7>,.025 texture {Grey}} cylinder {<30.5,20,0>,<9,10.7,K*6>,.022 texture {Dark}} cylinder {<30.5,20,0>,<52.5,10.7,K*6>,.022 texture {Dark}} #end }
  // funnels
  #for (S,-1,1,2) union { prism { linear_sweep linear_spline -1.1,1.1,5, <0,0>,<4.2,0>,<3.5,4.6>,<.7,4.9>,<0,0> rotate -x*90 texture { gradient y texture_map {[.0 White][.5 White][.5 pigment {C3(22,54,96)}][.82 pigment {C3(22,54,96)}][.82 Dark][1 Dark]} scale 5.1 } }
    cylinder {<1.6,4.5,0>,<1.4,5.6,0>,.28 texture {Dark}} cylinder {<2.6,4.5,0>,<2.4,5.5,0>,.22 texture {Dark}} translate <20,10.6,S*3.6> } #end
  // stern ramp, raised
  union { box {<-.1,0,-4.6>,<.18,7.4,4.6> texture {White}} #for (J,-4,4) box {<-.35,.2,J*1.1-.07>,<-.1,7.2,J*1.1+.07> texture {Grey}} #end
    #for (J,1,6) box {<-.3,J*1.1,-4.5>,<-.1,J*1.1+.12,4.5> texture {Grey}} #end rotate z*52 translate <.6,2.7,0> }
  #for (S,-1,1,2) cylinder {<2.2,2.6,S*5>,<2.2,7,S*5>,.18 texture {White}} cylinder {<2.2,7,S*5>,<-4,6.6,S*4.6>,.05 texture {Dark}} #end
  union { box {<-.1,0,-4.6>,<.18,6.8,4.6> texture {White}} rotate -z*35 translate <61.4,2.7,0> }
  // traffic on the car deck
  #declare CarCols=array[6]; #declare CarCols[0]=C3(160,30,30); #declare CarCols[1]=C3(225,225,220); #declare CarCols[2]=C3(40,60,110); #declare CarCols[3]=C3(90,96,98); #declare CarCols[4]=C3(200,190,160); #declare CarCols[5]=C3(30,34,36);
  #for (L,-1,1) #for (K,0,7) #if (L=1 & (K=1|K=4)) object {Truck(C3(60,110,150)) translate <7.5+K*5.6,2.6,L*3.1>} #else object {Car(CarCols[mod(K*5+L+7,6)]) translate <6+K*5.6+RR(-.4,.4),2.6,L*3.1+RR(-.2,.2)>} #end #end #end
  box {<20,6.7,-3>,<44,6.8,-2.6> pigment {rgb 1} finish {emission .6}}
  // name
  text { ttf "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf" "HP-0726" .1,0 scale 1.5 translate <15,3.15,-7.56> pigment {C3(22,54,96)} }
  // passengers
  #for (I,1,26) object { Person(RR(0,12),<.25,1.05,.2>,<.25,1.05,-.2>,Cloth(),pigment {C3(40,44,54)},(rand(R)<.15),.03) rotate y*RR(60,120)
     #if (I<9) rotate y*90 translate <6.3+RR(0,.4),7.55,RR(-7,7)> #else translate <RR(6,54),7.55,-7.2+RR(0,.5)> #end } #end
  #for (I,1,9) object { Person(RR(0,10),<.25,1.05,.2>,<.25,1.05,-.2>,Cloth(),pigment {C3(40,44,54)},0,.03) rotate y*RR(150,210) translate <9.4,10.62,RR(-6,6)> } #end
  // exhaust haze left out: a clear morning
}
object { Ferry translate -x*0 rotate y*An translate <WX,0,WZ> }
// ---------- pier
#declare Conc=texture { pigment { wrinkles turbulence .3 color_map { [0 C3(176,172,162)][.5 C3(196,192,182)][1 C3(150,146,138)] } scale 1.7 } normal { granite .15 scale .6 } finish {diffuse .75} }
  texture { pigment { bozo turbulence .6 color_map { [.45 rgbt 1][.8 rgbt <.25,.23,.2,.55>] } scale <2.4,1.2,3.2> } }
#declare Side=texture { gradient y texture_map { [0 pigment {C3(46,54,44)}][.25 pigment {C3(70,74,62)} normal {granite .3}][.42 Conc][1 Conc] } scale 3.2 translate -y*.2 }
#declare Pier=union {
  difference { box {<-14,-3,-60>,<0,2.55,40>} #for (K,0,19) box {<-30,2.52,-58+K*5>,<30,2.6,-57.96+K*5>} #end #for (K,0,19) box {<-.05,-4,-58+K*5>,<.3,3,-57.94+K*5>} #end texture {Side} }
  box {<-.55,2.55,-60>,<0,2.78,40> texture {Conc}}
  box {<-.56,2.56,-60>,<-.02,2.785,40> texture { pigment { gradient z color_map {[0 C3(206,172,50)][.5 C3(206,172,50)][.5 C3(48,48,45)][1 C3(48,48,45)]} scale 2.4 } } texture { pigment { granite color_map {[.22 rgbt <.65,.63,.6,.3>][.34 rgbt 1]} scale .9 } } }
  // bollards and fenders
  #for (K,0,6) union { cylinder {0,y*.5,.24} cylinder {y*.42,y*.62,.36} cylinder {y*0,y*.06,.42} pigment {bozo color_map {[0 C3(34,32,30)][1 C3(84,54,38)]} scale .15} finish {specular .3} translate <-1.1,2.55,-26+K*9.5> }
   #for (Q,0,1) torus {.62,.3 rotate z*90 rotate x*RR(-8,8) translate <.28,1.2-.1*Q,-28.5+K*9.5+Q*4.5> pigment {C3(26,26,27)} normal {wrinkles .6 scale .1}}  #end
   cylinder {<.3,2.5,-28.5+K*9.5>,<.3,1.7,-28.5+K*9.5>,.03 texture {Dark}} #end
  // lamps
  #for (K,0,3) union { cone {0,.13,y*8.2,.07} sphere_sweep {b_spline 5 <0,7.2,0>,.06 <0,8.1,0>,.06 <.5,8.7,0>,.05 <1.6,8.8,0>,.05 <2.6,8.8,0>,.05} box {<1.2,8.66,-.14>,<2.1,8.82,.14>} texture {Grey} translate <-3.2,2.55,-16+K*17> } #end
  // painted lane marks
  #for (K,0,13) box {<-6.1,2.552,-50+K*6>,<-5.9,2.556,-47+K*6> texture { pigment { granite color_map {[.4 C3(225,225,216)][.55 rgbt 1]} scale .8 } } } #end
  // hawser
  #for (I,0,2) torus {.5+.02*I,.06 translate <-2.1,2.62+.1*I,-8.4+.04*I> pigment {C3(196,176,120)} normal {wrinkles .5 scale .05} } #end
  torus {.35,.06 translate <-2.05,2.6,-8.3> pigment {C3(196,176,120)}}
  // linkspan at the head
  box {<-9,1.4,40>,<-1.5,1.9,49> texture {Grey} } #for (S,0,1) union { cylinder {<-9.6+S*8.6,-3,46>,<-9.6+S*8.6,9.5,46>,.4} texture {White} } #end box {<-10,9,45.6>,<-.6,9.9,46.4> texture {White}}
}
#declare People=union {
  object { Person(4,<.18,.82,.25>,<.25,1.25,-.12>,pigment {C3(240,238,230)},pigment {C3(36,40,52)},0,.05) rotate -y*40 translate <-1.7,2.55,-13> }
  object { Person(0,<.05,.8,.28>,<.1,.8,-.28>,pigment {C3(170,44,48)},pigment {C3(60,58,60)},1,.06) rotate -y*55 translate <-2.3,2.55,-12.1> }
  object { Person(3,<.3,1.5,.3>,<.1,.8,-.28>,pigment {C3(60,110,140)},pigment {C3(150,140,120)},0,.04) rotate -y*35 translate <-1.5,2.55,-3> }
  object { Person(2,<.1,.8,.28>,<.1,.8,-.28>,pigment {C3(238,170,50)},pigment {C3(34,38,60)},0,.1) rotate -y*80 translate <-4,2.55,6> }
  object { Person(2,<.1,.8,.28>,<.1,.8,-.28>,pigment {C3(238,120,40)},pigment {C3(34,38,60)},0,.1) rotate -y*30 translate <-2.3,2.55,21> }
  #for (I,1,7) object { Person(RR(0,5),<.1,.8,.28>,<.1,.8,-.28>,Cloth(),pigment {C3(44,48,60)},(rand(R)<.4),.06) rotate y*RR(-90,0) translate <RR(-9,-1.8),2.55,RR(24,38)> } #end }
union { object {Pier} object {People} rotate y*5 translate <-3.2,0,2> }
// ---------- far shore
#declare HillT=texture { pigment { bozo turbulence .5 color_map {[0 C3(44,70,44)*.8][.6 C3(74,98,58)*.8][1 C3(120,120,86)*.8]} scale .03 }  }
object { Ridge(1,.16,1.3) texture {HillT} scale <1600,190,500> translate <350,-8,1000> }
object { Ridge(2,.22,1.4) texture {HillT} scale <1500,260,500> translate <-500,-10,1500> }
object { Ridge(3,.2,1.2) texture {HillT} scale <900,90,240> translate <620,-5,640> }
// town on the far bank
#for (I,1,150) #local HW=RR(5,11); #local HH=3+6*pow(rand(R),3); box {<0,0,0>,<HW,HH,10> rotate y*RR(-14,14) translate <RR(-420,760),0,RR(560,610)> #local K=RR(.25,.5); pigment {rgb <K,K*RR(.86,.97),K*RR(.7,.9)>} } #end
#for (I,1,120) object {LB1 scale <RR(4,12),RR(3,6),4> rotate y*RR(0,360) translate <RR(-450,780),2,RR(552,600)> pigment {C3(60,80,56)}} #end
// gulls
#for (I,1,9) union { cone {0,.09,<.5,.16,0>,.03} cone {<.5,.16,0>,.05,<1,.05,0>,.01} cone {0,.09,<-.5,.16,0>,.03} cone {<-.5,.16,0>,.05,<-1,.05,0>,.01} sphere {0,.12 scale <.8,.7,2.2>} pigment {C3(240,240,240)} scale RR(.6,1) rotate <RR(-20,20),RR(0,360),RR(-30,30)> translate <RR(-2,34),RR(5,17),RR(2,40)> } #end
