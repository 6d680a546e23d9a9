import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * What veraPDF says of each file under each profile, one line a verdict:
 * "pass PROFILE CHECKS FILE" or "fail PROFILE CHECKS FILE RULE...", then, on lines that begin
 * with a blank, where each rule was broken first. A file that cannot be read at all is "broken".
 *
 * java -cp ... Verdict.java PROFILE[,PROFILE...] FILE...
 */
public class Verdict {
	private static final int SHOWN = 20;

	public static void main(String[] arguments) {
		LogManager.getLogManager().reset();
		VeraGreenfieldFoundryProvider.initialise();
		List<PDFAFlavour> profiles = new ArrayList<>();
		for (String name : arguments[0].split(","))
			profiles.add(PDFAFlavour.byFlavourId(name));
		for (int i = 1; i < arguments.length; i++)
			for (PDFAFlavour profile : profiles)
				judge(new File(arguments[i]), profile);
	}

	private static void judge(File file, PDFAFlavour profile) {
		try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile);
		     PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, SHOWN, false, true, false)) {
			tell(validator.validate(parser), file, profile);
		} catch (Exception | StackOverflowError fault) {
			System.out.println("broken " + profile.getId() + " 0 " + file + " " + fault.getClass().getSimpleName());
		}
	}

	private static String rule(TestAssertion assertion) {
		return assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
	}

	private static void tell(ValidationResult result, File file, PDFAFlavour profile) {
		TreeSet<String> rules = new TreeSet<>();
		StringBuilder places = new StringBuilder();
		for (TestAssertion assertion : result.getTestAssertions())
			if (assertion.getStatus() == TestAssertion.Status.FAILED && rules.add(rule(assertion)))
				places.append("  ").append(rule(assertion)).append(": ").append(assertion.getMessage()).append(" at ")
					.append(assertion.getLocation().getContext()).append('\n');
		System.out.println((result.isCompliant() ? "pass " : "fail ") + profile.getId() + " "
			+ result.getTotalAssertions() + " " + file + (rules.isEmpty() ? "" : " " + String.join(" ", rules)));
		System.out.print(places);
	}
}
