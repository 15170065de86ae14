namespace WhatsApp.Client.Webhooks;

/// <summary>What happened to a contact. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct ContactSyncAction(string Value)
{
    /// <summary>It was added or edited.</summary>
    public static ContactSyncAction Add => new("add");

    /// <summary>It was removed.</summary>
    public static ContactSyncAction Remove => new("remove");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
