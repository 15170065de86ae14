namespace WhatsApp.Client.Webhooks;

/// <summary>What a call webhook tells of. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct CallEvent(string Value)
{
    /// <summary>The call begins.</summary>
    public static CallEvent Connect => new("connect");

    /// <summary>The call is over.</summary>
    public static CallEvent Terminate => new("terminate");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
