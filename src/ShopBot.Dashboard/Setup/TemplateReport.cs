using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Dashboard;

/// <summary>The message templates of a store's WhatsApp account and whether they may be used.</summary>
internal sealed class TemplateReport(WhatsAppClient client, TimeProvider time)
{
    private const int Most = 100;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <returns>Null when WhatsApp does not say.</returns>
    public async Task<IReadOnlyList<MessageTemplate>?> ReadAsync(Store store, CancellationToken cancellationToken)
    {
        if (store is not { PhoneNumberId: { } number, WabaId: { } waba, WhatsApp: { } credentials })
            return null;
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var list = new List<MessageTemplate>();
            await foreach (var template in client.For(new WhatsAppAccount(new PhoneNumberId(number), credentials.AccessToken))
                .GetTemplatesAsync(new WabaId(waba), cancellationToken: either.Token).ConfigureAwait(false))
            {
                list.Add(template);
                if (list.Count == Most)
                    break;
            }

            return list;
        }
        catch (WhatsAppException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
