namespace WhatsApp.Client.Webhooks;

/// <summary>What a person answered when asked whether the business may call. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct CallPermissionResponse(string Value)
{
    /// <summary>The business may call.</summary>
    public static CallPermissionResponse Accept => new("accept");

    /// <summary>The business may not call.</summary>
    public static CallPermissionResponse Reject => new("reject");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
