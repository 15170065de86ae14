using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class Accounts
{
    public static void Source(IServiceCollection services)
    {
        #region source
        services.AddWhatsAppClient();
        services.AddWhatsAppAccountSource<TenantAccounts>();
        #endregion
    }

    public static async Task UseAsync(WhatsAppClient client, string token, Recipient customer, CancellationToken cancellationToken)
    {
        #region own
        WhatsAppSender sender = client.For(new WhatsAppAccount(new PhoneNumberId("800200"), token, apiVersion: "v25.0"));
        #endregion

        #region number
        WhatsAppSender sourced = client.For(new PhoneNumberId("800200"));
        await sourced.SendAsync(customer, new TextMessage("Good day!"), cancellationToken: cancellationToken);

        client.Invalidate(new PhoneNumberId("800200")); // its owner just entered another token
        #endregion
        _ = sender;
    }

    #region tenant-accounts
    internal sealed class TenantAccounts(IVault vault) : IWhatsAppAccountSource
    {
        public async ValueTask<WhatsAppAccount?> FindAsync(PhoneNumberId phoneNumberId, CancellationToken cancellationToken)
        {
            string? token = await vault.FindTokenAsync(phoneNumberId.Value, cancellationToken);
            return token is null ? null : new WhatsAppAccount(phoneNumberId, token);
        }
    }
    #endregion

    internal interface IVault
    {
        Task<string?> FindTokenAsync(string phoneNumberId, CancellationToken cancellationToken);
    }
}
