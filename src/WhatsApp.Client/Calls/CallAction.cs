namespace WhatsApp.Client;

/// <summary>Something that may be done about calls.</summary>
/// <param name="Name">The platform's word, such as <c>start_call</c>.</param>
/// <param name="IsAllowed">Whether it may be done now.</param>
/// <param name="Limits">How often.</param>
public sealed record CallAction(string Name, bool IsAllowed, IReadOnlyList<CallLimit> Limits);
