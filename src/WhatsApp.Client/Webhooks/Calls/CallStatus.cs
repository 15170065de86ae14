namespace WhatsApp.Client.Webhooks;

/// <summary>How far a call of the business came. Upper case, unlike the statuses of messages. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct CallStatus(string Value)
{
    /// <summary>The customer's phone rings.</summary>
    public static CallStatus Ringing => new("RINGING");

    /// <summary>The customer took the call.</summary>
    public static CallStatus Accepted => new("ACCEPTED");

    /// <summary>The customer did not take the call.</summary>
    public static CallStatus Rejected => new("REJECTED");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
