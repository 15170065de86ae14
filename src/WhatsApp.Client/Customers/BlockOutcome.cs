namespace WhatsApp.Client;

/// <summary>Who was blocked or unblocked, and who was not.</summary>
/// <param name="Done">Those that were.</param>
/// <param name="Failed">Those that were not.</param>
public sealed record BlockOutcome(IReadOnlyList<BlockedUser> Done, IReadOnlyList<BlockFailure> Failed);
