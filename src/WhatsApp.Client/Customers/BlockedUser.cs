namespace WhatsApp.Client;

/// <summary>A blocked person. Personal.</summary>
/// <param name="WaId">The phone number, digits only; null when unknown.</param>
/// <param name="UserId">The business-scoped user id; null when unknown.</param>
public sealed record BlockedUser(string? WaId, string? UserId)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(BlockedUser);
}
