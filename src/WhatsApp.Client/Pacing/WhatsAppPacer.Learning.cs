using System.Collections.Concurrent;
using System.Globalization;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client;

public sealed partial class WhatsAppPacer
{
    private const int Coexistence = 20;
    private const int Standard = 80;
    private const int High = 1_000;

    /// <summary>Upgrades of numbers not heard of yet: more than this many are not kept.</summary>
    private const int MostUnassigned = 10_000;

    private readonly ConcurrentDictionary<(string Waba, ulong Digits), PhoneNumberId> _byDigits = new();
    private readonly ConcurrentDictionary<(string Waba, ulong Digits), bool> _unassigned = new();

    /// <summary>
    /// The platform raised a number to 1,000 messages a second: the webhook field <c>phone_number_quality_update</c> with the event
    /// <c>THROUGHPUT_UPGRADE</c> says so. <see cref="Observe(WebhookEvent)"/> finds that out by itself.
    /// </summary>
    /// <param name="phoneNumberId">The number.</param>
    public void ThroughputUpgraded(PhoneNumberId phoneNumberId) => SetMessagesPerSecond(phoneNumberId, High);

    /// <summary>
    /// Learns a number's limit from its settings: 20 when the WhatsApp Business app uses it too, else <c>STANDARD</c> 80 and <c>HIGH</c> 1,000;
    /// another level changes nothing. Every read of a number through this client is observed already.
    /// </summary>
    /// <param name="info">What <see cref="WhatsAppSender.GetPhoneNumberAsync"/> answered.</param>
    public void Observe(PhoneNumberInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (info.IsCoexistence)
            _speeds[info.Id] = Coexistence;
        else if (info.ThroughputLevel is "STANDARD")
            _speeds[info.Id] = _speeds.TryGetValue(info.Id, out var known) && known == Coexistence && info.IsOnBusinessApp is null ? Coexistence : Standard;
        else if (info.ThroughputLevel is "HIGH")
            _speeds[info.Id] = High;
    }

    /// <summary>
    /// Learns which number has which digits, from a change whose signature was verified: <c>THROUGHPUT_UPGRADE</c> names a number by its digits only.
    /// <c>MapWhatsAppWebhook</c> calls this for every change it takes.
    /// </summary>
    /// <param name="received">What <see cref="WebhookReader.Skim"/> found. One account must not teach about another's numbers, so only verified ones.</param>
    public void Observe(WebhookChange received)
    {
        if (received.PhoneNumberId is { } number && received.DisplayDigits != 0)
            Assign((received.EntryId, received.DisplayDigits), number);
    }

    /// <summary>
    /// Learns from a verified event: messages that came in, and those written in the phone app, count against the number's limit; echoes, contacts and history from
    /// the phone app tell that the number is on coexistence (20 a second); <c>THROUGHPUT_UPGRADE</c> raises it to 1,000, before or after
    /// <see cref="Observe(WebhookChange)"/> told which number that is. Other events teach nothing. <c>MapWhatsAppWebhook</c> calls this for every event it takes.
    /// </summary>
    /// <param name="received">An event whose signature was verified.</param>
    public void Observe(WebhookEvent received)
    {
        switch (received)
        {
            case MessageReceived { PhoneNumberId: { } number }:
                Received(number);
                break;
            case EchoedMessage { Field: "smb_message_echoes", PhoneNumberId: { } number }:
                _speeds[number] = Coexistence;
                Received(number);
                break;
            case HistoryReceived or ContactSynced when received.PhoneNumberId is { } number:
                _speeds[number] = Coexistence;
                break;
            case PhoneNumberQualityUpdated { DisplayPhoneNumber: { } digits } update when update.Event == PhoneNumberQualityEvent.ThroughputUpgrade:
                Upgrade((update.WabaId, DigitsOf(digits)));
                break;
            case null:
                throw new ArgumentNullException(nameof(received));
        }
    }

    private void Assign((string Waba, ulong Digits) key, PhoneNumberId number)
    {
        if (!_byDigits.TryGetValue(key, out var known) || known != number)
            _byDigits[key] = number;
        if (!_unassigned.IsEmpty && _unassigned.TryRemove(key, out _))
            ThroughputUpgraded(number);
    }

    private void Upgrade((string Waba, ulong Digits) key)
    {
        if (key.Digits == 0)
            return;
        if (_byDigits.TryGetValue(key, out var number))
            ThroughputUpgraded(number);
        else if (_unassigned.Count < MostUnassigned)
            _unassigned[key] = true;
    }

    private static ulong DigitsOf(string display) =>
        ulong.TryParse(string.Concat(display.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : 0;
}
