using System.Globalization;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Dashboard;

/// <summary>Sends the owner one message, so that it is seen that everything works.</summary>
internal sealed class TestMessage(WhatsAppClient client, StoreDesk desk, TimeProvider time)
{
    /// <summary>The platform's code for a template that does not exist in that language.</summary>
    private const int NoSuchTemplate = 132001;

    /// <returns>Whether it was taken, and what to tell the owner.</returns>
    public async Task<(bool Sent, string Words)> SendAsync(Store store, string phone, CancellationToken cancellationToken)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        if (digits.Length is < 7 or > 15)
            return (false, "Enter the phone number with its country code, such as +49 151 23456789.");
        if (store is not { PhoneNumberId: { } number, WhatsApp: { } credentials })
            return (false, "Connect a number first.");

        var sender = client.For(new WhatsAppAccount(new PhoneNumberId(number), credentials.AccessToken));
        var isOpen = await desk.FindByPhoneAsync(store, digits, cancellationToken).ConfigureAwait(false) is { } customer
            && await desk.FindAsync(store, customer, cancellationToken).ConfigureAwait(false) is { WindowEndsAt: { } until } && until > time.GetUtcNow();
        // Whoever did not write within a day may be sent templates only; this one comes with every account.
        OutgoingMessage message = isOpen ? new TextMessage($"This is a test from {store.Profile.Name}: your shop is connected.") : new TemplateMessage("hello_world", "en_US");
        try
        {
            await sender.SendAsync(new Recipient.Phone(digits), message, cancellationToken: cancellationToken).ConfigureAwait(false);
            return (true, "Sent. It should be on that phone within seconds. Answer it to see the bot at work.");
        }
        catch (WhatsAppApiException refused) when (refused.Code == NoSuchTemplate)
        {
            return (false, "Your account has no template hello_world. Write “hi” from that phone to your shop's number instead: the bot answers.");
        }
        catch (WhatsAppApiException refused)
        {
            var code = refused.Code?.ToString(CultureInfo.InvariantCulture) ?? "none";
            return (false, $"WhatsApp did not take it (code {code}). {refused.Advice} The page Connection says what is missing.");
        }
        catch (WhatsAppException)
        {
            return (false, "WhatsApp did not answer. Try again in a minute.");
        }
    }
}
