using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ShopBot.Engine.Storage;
using Shopify.Client;
using Shopify.Client.Auth;

namespace ShopBot.Shopify.Install;

/// <summary>Begun installations in the engine's storage, so that any host may finish what another began. Encrypted, because a PKCE verifier is in it.</summary>
internal sealed class StoredInstallStates(ITicketStore tickets, IDataProtectionProvider protection, TimeProvider time) : IShopifyInstallStateStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("ShopBot.ShopifyInstallState.v1");

    public ValueTask SaveAsync(ShopifyInstallState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        var plain = JsonSerializer.SerializeToUtf8Bytes(
            new InstallStateDocument(state.ShopDomain.Value, state.RedirectUri, state.BrowserHash, state.ExpiresAt, state.CodeVerifier),
            InstallStateJson.Default.InstallStateDocument);
        return tickets.PutAsync(Key(state.StateHash), _protector.Protect(plain), state.ExpiresAt, time.GetUtcNow(), cancellationToken);
    }

    public async ValueTask<ShopifyInstallState?> TakeAsync(string stateHash, CancellationToken cancellationToken = default)
    {
        if (await tickets.TakeAsync(Key(stateHash), time.GetUtcNow(), cancellationToken).ConfigureAwait(false) is not { } value || Read(value) is not { } found)
            return null;
        return new ShopifyInstallState
        {
            StateHash = stateHash,
            ShopDomain = ShopDomain.Parse(found.Shop),
            RedirectUri = found.RedirectUri,
            BrowserHash = found.BrowserHash,
            ExpiresAt = found.ExpiresAt,
            CodeVerifier = found.CodeVerifier,
        };
    }

    private InstallStateDocument? Read(ReadOnlyMemory<byte> value)
    {
        try
        {
            return JsonSerializer.Deserialize(_protector.Unprotect(value.ToArray()), InstallStateJson.Default.InstallStateDocument);
        }
        catch (CryptographicException)
        {
            // Written under a key that is gone: the merchant begins again.
            return null;
        }
    }

    private static string Key(string stateHash) => "shopify-install:" + stateHash;
}
