namespace Shopify.Emulator.OAuth;

/// <summary>What an app asked for at the authorize page; approved, it becomes the grant behind a code.</summary>
internal sealed record Authorization(
    string RedirectUri, GrantedScopes Scopes, string? State, bool IsOnline, string? CodeChallenge, DateTimeOffset At);
