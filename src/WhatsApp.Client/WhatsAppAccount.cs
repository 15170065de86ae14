using WhatsApp.Client.Accounts;

namespace WhatsApp.Client;

/// <summary>
/// One business phone number and the token that may use it. Immutable: it travels with each call, so two accounts in one process
/// cannot mix.
/// </summary>
public sealed class WhatsAppAccount : IAccountBinding
{
    /// <summary>Binds a number to a token.</summary>
    /// <param name="phoneNumberId">The number's Graph id; not empty.</param>
    /// <param name="accessToken">A bearer token of any length in visible ASCII, without blanks.</param>
    /// <param name="apiVersion">A Graph version such as <c>v25.0</c> for this account only; null uses <see cref="WhatsAppClientOptions.ApiVersion"/>.</param>
    /// <exception cref="ArgumentException">An argument is empty or has characters it cannot have. The message never shows the token.</exception>
    public WhatsAppAccount(PhoneNumberId phoneNumberId, string accessToken, string? apiVersion = null)
    {
        if (string.IsNullOrWhiteSpace(phoneNumberId.Value))
            throw new ArgumentException("A phone number id is needed.", nameof(phoneNumberId));
        if (string.IsNullOrEmpty(accessToken))
            throw new ArgumentException("An access token is needed.", nameof(accessToken));
        if (accessToken.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("The access token has a blank or a character outside visible ASCII.", nameof(accessToken));
        if (apiVersion is not null && !GraphVersion.IsValid(apiVersion))
            throw new ArgumentException("An API version looks like v25.0.", nameof(apiVersion));

        PhoneNumberId = phoneNumberId;
        AccessToken = accessToken;
        ApiVersion = apiVersion;
        Authorization = $"Bearer {accessToken}";
    }

    /// <summary>The number that sends.</summary>
    public PhoneNumberId PhoneNumberId { get; }

    /// <summary>The bearer token. A secret: never log it.</summary>
    public string AccessToken { get; }

    /// <summary>The Graph version of this account, or null for the client's own.</summary>
    public string? ApiVersion { get; }

    /// <summary>The header as it is sent, made once.</summary>
    internal string Authorization { get; }

    /// <summary>Where messages of this account go, once known.</summary>
    internal MessageAddress? MessageAddress { get; set; }

    bool IAccountBinding.CanChange => false;

    /// <summary>The phone number id, without the token.</summary>
    public override string ToString() => $"WhatsAppAccount({PhoneNumberId})";

    ValueTask<WhatsAppAccount> IAccountBinding.ResolveAsync(CancellationToken cancellationToken) => ValueTask.FromResult(this);

    void IAccountBinding.Forget(WhatsAppAccount refused)
    {
        // Given by the caller: there is nowhere to read another one.
    }
}
