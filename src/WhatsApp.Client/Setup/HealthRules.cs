namespace WhatsApp.Client;

/// <summary>What the platform itself says stands in the way of sending, in its own words, such as a missing payment method.</summary>
internal static class HealthRules
{
    public static void Apply(SetupRead<HealthStatus> read, SetupFindings findings)
    {
        if (read.Failure is { } failure)
        {
            // An id out of reach is the number's own finding.
            if (!SetupFindings.IsUnreachable(failure))
                findings.Failed(read.What, failure, WhatsAppPermissions.Management);
            return;
        }

        if (read.Value is not { } health)
            return;
        var parts = health.Entities.Where(entity => entity.Errors.Count > 0 || IsBad(entity.CanSendMessage)).ToArray();
        foreach (var part in parts)
            Part(part, findings);
        if (parts.Length == 0 && IsBad(health.CanSendMessage))
            Say(health.CanSendMessage, "WhatsApp says that this number cannot send freely, and not why.", null, findings);
    }

    private static void Part(HealthEntity part, SetupFindings findings)
    {
        var name = part.EntityType ?? "something";
        if (part.Errors.Count == 0)
            Say(part.CanSendMessage, $"WhatsApp says that {name} stands in the way of sending, and not why.", null, findings);
        foreach (var error in part.Errors)
            Say(part.CanSendMessage, $"WhatsApp says about {name}: {error.Description ?? "no reason"}", error.PossibleSolution, findings);
    }

    private static void Say(string? canSend, string message, string? advice, SetupFindings findings)
    {
        advice ??= "Look at the account in WhatsApp Manager.";
        if (canSend == "BLOCKED")
            findings.Error(SetupFindingCode.SendingBlocked, message, advice);
        else
            findings.Warning(SetupFindingCode.SendingLimited, message, advice);
    }

    private static bool IsBad(string? canSend) => canSend is "BLOCKED" or "LIMITED";
}
