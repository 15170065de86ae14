using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Something happened to an account as a whole. For partner events <see cref="WebhookEvent.WabaId"/> is a business portfolio and the account is
/// <see cref="SubjectWabaId"/>.
/// </summary>
public sealed record AccountUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public AccountUpdated()
    {
    }

    [SetsRequiredMembers]
    internal AccountUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        Event = new AccountUpdateKind(json.Id("event") ?? "");
        SubjectWabaId = json["waba_info"].Id("waba_id") is { } waba ? new WabaId(waba) : null;
        OwnerBusinessId = json["waba_info"].Id("owner_business_id");
        PartnerAppId = json["waba_info"].Id("partner_app_id");
        SolutionId = json["waba_info"].Id("solution_id");
        Restrictions = json.Objects("restriction_info", AccountRestriction.Read);
        ViolationType = json["violation_info"].Id("violation_type");
        BanState = json["ban_info"].Id("waba_ban_state");
        BanDate = json["ban_info"].Id("waba_ban_date");
        DisconnectionReason = json["disconnection_info"].Id("reason");
        DisconnectionInitiatedBy = json["disconnection_info"].Id("initiated_by");
        Country = json.Id("country");
        VolumeTier = VolumeTier.Read(json["volume_tier_info"]);
    }

    /// <summary>What happened.</summary>
    public required AccountUpdateKind Event { get; init; }

    /// <summary>The account concerned, where the event names it; null otherwise.</summary>
    public WabaId? SubjectWabaId { get; init; }

    /// <summary>The business portfolio that owns the account; null when absent.</summary>
    public string? OwnerBusinessId { get; init; }

    /// <summary>The app it was shared with; null when absent.</summary>
    public string? PartnerAppId { get; init; }

    /// <summary>The partner solution; null when absent.</summary>
    public string? SolutionId { get; init; }

    /// <summary>What it may not do; empty when nothing.</summary>
    public IReadOnlyList<AccountRestriction> Restrictions { get; init; } = ValueList<AccountRestriction>.Empty;

    /// <summary>The rule it broke; null when absent.</summary>
    public string? ViolationType { get; init; }

    /// <summary>Such as <c>SCHEDULE_FOR_DISABLE</c>, <c>DISABLE</c> or <c>REINSTATE</c>; null when absent.</summary>
    public string? BanState { get; init; }

    /// <summary>The day of the ban, as the platform wrote it; null when absent.</summary>
    public string? BanDate { get; init; }

    /// <summary>Why the account left, such as <c>CHANGE_NUMBER</c>; null when absent.</summary>
    public string? DisconnectionReason { get; init; }

    /// <summary>Who ended it; null when absent.</summary>
    public string? DisconnectionInitiatedBy { get; init; }

    /// <summary>The account's country, ISO 3166; null when absent.</summary>
    public string? Country { get; init; }

    /// <summary>The price step it reached; null when absent.</summary>
    public VolumeTier? VolumeTier { get; init; }
}
