namespace WhatsApp.Client.Webhooks;

/// <summary>What became of a business's username. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct BusinessUsernameStatus(string Value)
{
    /// <summary>The number has it.</summary>
    public static BusinessUsernameStatus Approved => new("approved");

    /// <summary>It is kept for the number.</summary>
    public static BusinessUsernameStatus Reserved => new("reserved");

    /// <summary>The number has it no longer.</summary>
    public static BusinessUsernameStatus Deleted => new("deleted");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
