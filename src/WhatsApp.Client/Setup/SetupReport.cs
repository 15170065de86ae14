namespace WhatsApp.Client;

/// <summary>What a set-up check found, and what it read. A read that failed is null here and a finding there.</summary>
public sealed record SetupReport
{
    /// <summary>The findings, worst first.</summary>
    public required IReadOnlyList<SetupFinding> Findings { get; init; }

    /// <summary>Whether no finding is an error. Findings that could not be made are warnings.</summary>
    public bool IsReady => Findings.All(finding => finding.Severity != SetupSeverity.Error);

    /// <summary>The number, or null.</summary>
    public PhoneNumberInfo? PhoneNumber { get; init; }

    /// <summary>The token, or null.</summary>
    public TokenInfo? Token { get; init; }

    /// <summary>Whether the number can send, or null.</summary>
    public HealthStatus? Health { get; init; }

    /// <summary>All numbers of the account, or null.</summary>
    public IReadOnlyList<PhoneNumberInfo>? WabaNumbers { get; init; }

    /// <summary>The apps that hear of the account's events, or null.</summary>
    public IReadOnlyList<AppSubscription>? SubscribedApps { get; init; }

    /// <summary>The webhook settings of the app, or null.</summary>
    public IReadOnlyList<AppWebhook>? AppWebhooks { get; init; }

    /// <summary>Whether there is a finding of this kind.</summary>
    /// <param name="code">The kind.</param>
    public bool Has(SetupFindingCode code) => Findings.Any(finding => finding.Code == code);

    /// <summary>The codes of the findings.</summary>
    public override string ToString() => $"SetupReport({string.Join(", ", Findings.Select(finding => $"{finding.Severity}: {finding.Code}"))})";
}
