namespace WhatsApp.Client;

/// <summary>What a number must be: reachable, of the account, registered, in good standing.</summary>
internal static class NumberRules
{
    public static void Apply(SetupReads reads, PhoneNumberId id, SetupCheckRequest request, SetupFindings findings)
    {
        if (reads.Number.Value is { } number)
            Standing(number, findings);
        else if (SetupFindings.IsUnreachable(reads.Number.Failure))
            Unreachable(id, findings);
        else if (reads.Number.Failure is { } failure)
            findings.Failed(reads.Number.What, failure, WhatsAppPermissions.Messaging);

        if (request.Waba is not { } waba)
            NoAccount(findings);
        else if (reads.WabaNumbers.Value is { } numbers)
            Membership(numbers, id, waba, findings);
        else if (SetupFindings.IsUnreachable(reads.WabaNumbers.Failure))
            Unreachable(waba, findings);
        else if (reads.WabaNumbers.Failure is { } failure)
            findings.Failed(reads.WabaNumbers.What, failure, WhatsAppPermissions.Management);
    }

    private static void Unreachable(PhoneNumberId id, SetupFindings findings) => findings.Error(
        SetupFindingCode.NumberUnreachable,
        $"The access token does not reach a phone number with the id {id}.",
        "Copy the phone number id (not the phone number) from the API set-up page, and use a token of the business that owns it.");

    private static void Unreachable(WabaId waba, SetupFindings findings) => findings.Error(
        SetupFindingCode.WabaUnreachable,
        $"The access token does not reach a WhatsApp Business Account with the id {waba}.",
        "Copy the account id from the API set-up page, and give the token's user access to that account.");

    private static void NoAccount(SetupFindings findings) => findings.Info(
        SetupFindingCode.WabaNotChecked,
        "Without the id of the WhatsApp Business Account its subscription cannot be checked.",
        "Enter the account id from the API set-up page.");

    private static void Membership(IReadOnlyList<PhoneNumberInfo> numbers, PhoneNumberId id, WabaId waba, SetupFindings findings)
    {
        if (numbers.All(number => number.Id != id))
        {
            findings.Error(
                SetupFindingCode.NumberNotInWaba,
                $"The phone number id {id} does not belong to the account {waba}.",
                "Enter the id of the account that owns this number.");
        }
    }

    private static void Standing(PhoneNumberInfo number, SetupFindings findings)
    {
        Registration(number, findings);
        Verification(number, findings);
        Name(number, findings);
        Quality(number, findings);
        NumberLimits.Apply(number, findings);
    }

    private static void Registration(PhoneNumberInfo number, SetupFindings findings)
    {
        switch (number.Status)
        {
            case "PENDING" or "UNVERIFIED" or "OFFLINE" or "DISCONNECTED":
                NotRegistered($"The number is not connected ({number.Status}).", findings);
                return;
            case "BANNED" or "DELETED" or "MIGRATED":
                findings.Error(
                    SetupFindingCode.NumberGone,
                    $"The number can no longer be used here ({number.Status}).",
                    "Look at the number in WhatsApp Manager; use another one, or ask Meta for a review.");
                return;
            case "RESTRICTED" or "RATE_LIMITED" or "FLAGGED":
                findings.Warning(
                    SetupFindingCode.NumberRestricted,
                    $"WhatsApp limits the number ({number.Status}), because customers block it or a policy was broken.",
                    "Send less and only what customers asked for; WhatsApp Manager tells until when the limit lasts.");
                return;
            case null or "CONNECTED":
                break;
            default:
                findings.Warning(
                    SetupFindingCode.NumberStatusUnknown,
                    $"The number has the status {number.Status}, which this check does not know.",
                    "Look at the number in WhatsApp Manager.");
                break;
        }

        if (number.PlatformType is { } platform and not "CLOUD_API")
            NotRegistered($"The number is not registered for the Cloud API ({platform}).", findings);
    }

    private static void NotRegistered(string message, SetupFindings findings) => findings.Error(
        SetupFindingCode.NumberNotRegistered, message, "Register the number with its six-digit PIN on the API set-up page.");

    /// <summary>The code of a connected number may have run out long ago; only a number never verified is worth a word.</summary>
    private static void Verification(PhoneNumberInfo number, SetupFindings findings)
    {
        if (number.CodeVerificationStatus == "NOT_VERIFIED")
        {
            findings.Warning(
                SetupFindingCode.NumberNotVerified,
                "The number was not verified with a code.",
                "Let WhatsApp send a code by SMS or call and enter it in WhatsApp Manager.");
        }
    }

    private static void Name(PhoneNumberInfo number, SetupFindings findings)
    {
        if (number.NameStatus is { } status and not ("APPROVED" or "AVAILABLE_WITHOUT_REVIEW"))
        {
            findings.Warning(
                SetupFindingCode.NameNotApproved,
                $"The name customers see is not approved ({status}).",
                "Choose a name that stands for the business and wait for its approval in WhatsApp Manager.");
        }
    }

    private static void Quality(PhoneNumberInfo number, SetupFindings findings)
    {
        if (number.QualityRating == "RED")
        {
            findings.Warning(
                SetupFindingCode.QualityLow,
                "The quality of the number is red: many customers block or report it.",
                "Stop campaigns until it recovers; a red number can be limited.");
        }
        else if (number.QualityRating == "YELLOW")
        {
            findings.Info(
                SetupFindingCode.QualityLow,
                "The quality of the number is yellow: some customers block or report it.",
                "Send fewer messages that nobody asked for.");
        }
    }
}
