namespace WhatsApp.Client;

/// <summary>Collects findings, each once, and words the ones that several reads can lead to.</summary>
internal sealed class SetupFindings
{
    private readonly List<SetupFinding> _findings = [];

    public IReadOnlyList<SetupFinding> WorstFirst() => [.. _findings.OrderByDescending(finding => finding.Severity)];

    public void Error(SetupFindingCode code, string message, string advice) => Add(new SetupFinding(code, SetupSeverity.Error, message, advice));

    public void Warning(SetupFindingCode code, string message, string advice) => Add(new SetupFinding(code, SetupSeverity.Warning, message, advice));

    public void Info(SetupFindingCode code, string message, string advice) => Add(new SetupFinding(code, SetupSeverity.Info, message, advice));

    public void TokenInvalid() => Error(
        SetupFindingCode.TokenInvalid,
        "WhatsApp does not accept the access token.",
        "Make a new token for a system user of the business and enter it here.");

    public void TokenExpired() => Error(
        SetupFindingCode.TokenExpired,
        "The access token has run out.",
        "Make a token for a system user, which can be made to never run out, and enter it here.");

    public void PermissionMissing(string permission) => Error(
        SetupFindingCode.PermissionMissing,
        $"The access token lacks the permission {permission}.",
        "Make a new token and choose this permission.");

    public void AppSecretWrong() => Error(
        SetupFindingCode.AppSecretWrong,
        "WhatsApp does not accept the app id with this app secret.",
        "Copy both from the basic settings of the same Meta app.");

    /// <summary>What a failed read means when nothing more particular does: a bad token, a missing permission, or just no answer.</summary>
    public void Failed(string what, WhatsAppException failure, string permission)
    {
        if (failure is WhatsAppApiException { Code: 190 or 0 or null, HttpStatus: 401 } or WhatsAppApiException { Code: 190 })
            TokenRefused((WhatsAppApiException)failure);
        else if (failure is WhatsAppApiException { Code: 3 or 10 or (>= 200 and <= 299) })
            PermissionMissing(permission);
        else
            Warning(SetupFindingCode.ReadFailed, $"{Capital(what)} could not be read{Reason(failure)}.", "Check again in a minute.");
    }

    public void TokenRefused(WhatsAppApiException failure)
    {
        if (failure.Subcode == 463)
            TokenExpired();
        else
            TokenInvalid();
    }

    /// <summary>What the platform answers for an id that does not exist or is out of reach.</summary>
    public static bool IsUnreachable(WhatsAppException? failure) =>
        failure is WhatsAppApiException { Code: 33 or 100 or 803 } or WhatsAppApiException { Code: null, HttpStatus: 404 };

    private static string Reason(WhatsAppException failure) => failure switch
    {
        WhatsAppApiException { Code: { } code } => $" (error {code})",
        WhatsAppApiException api => $" (HTTP {api.HttpStatus})",
        _ => ": WhatsApp gave no answer",
    };

    private static string Capital(string what) => char.ToUpperInvariant(what[0]) + what[1..];

    private void Add(SetupFinding finding)
    {
        if (!_findings.Contains(finding))
            _findings.Add(finding);
    }
}
