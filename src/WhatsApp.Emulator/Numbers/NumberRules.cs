namespace WhatsApp.Emulator;

/// <summary>What the state of a number and its account says about a send.</summary>
internal static class NumberRules
{
    /// <exception cref="GraphException">The number or account may not send now.</exception>
    public static void RequireCanSend(EmulatedNumber number, EmulatedCloud cloud)
    {
        var waba = number.Waba;
        if (waba.IsLocked)
            throw Refused(131031, "The account has been locked.");
        if (waba.BlockedUntil is { } blocked && cloud.Time.GetUtcNow() < blocked)
            throw Refused(368, "The account is temporarily blocked for a policy violation.");
        if (!number.Registration.IsRegistered)
            throw Refused(133010, "The number is not registered on the Cloud API.");
        switch (number.Status)
        {
            case "BANNED":
                throw Refused(131031, "The number has been banned.");
            case "RESTRICTED":
                throw Refused(131048, "The number may not send because too many of its messages were reported as spam.");
            case "RATE_LIMITED":
                throw Refused(130429, "The number is rate limited.");
            case "DELETED":
                throw Refused(33, "The business number has been deleted.");
        }

        if (number.MaintenanceUntil is { } until && cloud.Time.GetUtcNow() < until)
            throw Refused(131057, "The number is being upgraded; try again in a minute.");
        if (number.Digits.StartsWith("1555", StringComparison.Ordinal) && number.NameStatus is "DECLINED" or "PENDING_REVIEW")
            throw Refused(131037, "The display name of the number needs approval.");
    }

    private static GraphException Refused(int code, string details) => new(GraphError.Of(code, details));
}
