namespace WhatsApp.Client;

/// <summary>How much a number may send.</summary>
internal static class NumberLimits
{
    public static void Apply(PhoneNumberInfo number, SetupFindings findings)
    {
        Throughput(number, findings);
        if (number.AccountMode == "SANDBOX")
        {
            findings.Warning(
                SetupFindingCode.TestNumber,
                "This is a test number: it can write to five people on a list only.",
                "Add a number of your own in WhatsApp Manager before going live.");
        }

        if (number.MessagingLimit is "TIER_50" or "TIER_250" or "TIER_1K")
        {
            findings.Info(
                SetupFindingCode.MessagingLimit,
                $"The business may write first to few people in 24 hours ({number.MessagingLimit}). Answers do not count.",
                "Verify the business to raise the limit.");
        }
    }

    private static void Throughput(PhoneNumberInfo number, SetupFindings findings)
    {
        if (number.IsCoexistence)
        {
            findings.Info(
                SetupFindingCode.Throughput,
                "The number is used in the WhatsApp Business app too, so it sends at most 20 messages a second.",
                "Nothing, unless you need more: then use a number without the app.");
        }
        else if (number.ThroughputLevel is "STANDARD" or "HIGH")
        {
            findings.Info(
                SetupFindingCode.Throughput,
                $"The number sends up to {(number.ThroughputLevel == "HIGH" ? "1,000" : "80")} messages a second.",
                "Nothing: WhatsApp raises it by itself when it is needed.");
        }
        else if (number.ThroughputLevel is { } level)
        {
            findings.Warning(
                SetupFindingCode.Throughput,
                $"The number has no throughput for sending ({level}).",
                "Register the number for the Cloud API.");
        }
    }
}
