using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client;

/// <summary>A number's username.</summary>
/// <param name="Username">The name.</param>
/// <param name="Status">Whether the number has it, or it is kept for it.</param>
public sealed record BusinessUsername(string Username, BusinessUsernameStatus Status);
