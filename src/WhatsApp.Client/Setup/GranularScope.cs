namespace WhatsApp.Client;

/// <summary>A permission and what it reaches.</summary>
/// <param name="Scope">The permission, such as <see cref="WhatsAppPermissions.Management"/>.</param>
/// <param name="TargetIds">The WhatsApp Business Accounts or other assets it is granted for; null means all of the business.</param>
public sealed record GranularScope(string Scope, IReadOnlyList<string>? TargetIds);
