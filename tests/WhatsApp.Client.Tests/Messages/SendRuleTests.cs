using System.Text;
using WhatsApp.Client.Tests.Http;
using WhatsApp.Client.Tests.Messages.Samples;

namespace WhatsApp.Client.Tests.Messages;

/// <summary>Rules between message, recipient and options.</summary>
public sealed class SendRuleTests : IAsyncDisposable
{
    private static readonly Recipient Group = new Recipient.Group("G1");
    private static readonly Recipient Phone = new Recipient.Phone(CloudApi.PhoneNumber);
    private static readonly Recipient User = new Recipient.User("DE.48213377190552");
    private static readonly MessageId Quoted = new("wamid.AAA=");

    private readonly CloudApi _api = new();

    public SendRuleTests() => _api.Answer(200, CloudApi.Sent);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private async Task<IReadOnlyList<MessageFault>> FaultsAsync(Recipient to, OutgoingMessage message, SendOptions? options = null)
    {
        try
        {
            await _api.Sender.SendAsync(to, message, options, TestContext.Current.CancellationToken);
            Assert.Single(_api.Requests);
            return [];
        }
        catch (InvalidMessageException exception)
        {
            Assert.Empty(_api.Requests);
            return exception.Faults;
        }
    }

    public static TheoryData<OutgoingMessage> Interactive => [.. Sample.All.Select(sample => sample.Message).Where(message => message.Type == "interactive")];

    [Theory]
    [MemberData(nameof(Interactive), DisableDiscoveryEnumeration = true)]
    public async Task Groups_take_no_interactive_message(OutgoingMessage message) =>
        Assert.Equal([new MessageFault("recipient_type", MessageFaultKind.NotAllowed)], await FaultsAsync(Group, message));

    [Fact]
    public async Task Groups_take_no_raw_interactive_message_either() => Assert.Equal(
        [new MessageFault("recipient_type", MessageFaultKind.NotAllowed)],
        await FaultsAsync(Group, new RawMessage("interactive", Encoding.UTF8.GetBytes("""{"type":"interactive","interactive":{}}"""))));

    [Fact]
    public async Task Groups_take_texts_and_pins()
    {
        Assert.Empty(await FaultsAsync(Group, new PinMessage(Quoted, 7)));
        _api.Requests.Clear();
        Assert.Empty(await FaultsAsync(Group, new TextMessage("Hi"), new SendOptions { ReplyTo = Quoted }));
    }

    [Fact]
    public async Task Pins_are_for_groups_only()
    {
        Assert.Equal([new MessageFault("recipient_type", MessageFaultKind.NotAllowed)], await FaultsAsync(Phone, PinMessage.Unpin(Quoted)));
        Assert.Equal([new MessageFault("recipient_type", MessageFaultKind.NotAllowed)], await FaultsAsync(User, new PinMessage(Quoted, 7)));
    }

    [Fact]
    public async Task Reactions_quote_nothing()
    {
        var options = new SendOptions { ReplyTo = Quoted };

        Assert.Equal([new MessageFault("context", MessageFaultKind.NotAllowed)], await FaultsAsync(Phone, new ReactionMessage(Quoted, "👍"), options));
        Assert.Equal([new MessageFault("context", MessageFaultKind.NotAllowed)], await FaultsAsync(Phone, ReactionMessage.Remove(Quoted), options));
        Assert.Empty(await FaultsAsync(Phone, new ReactionMessage(Quoted, "👍")));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("👋")]
    public async Task Callback_data_has_512_characters(string character)
    {
        var fits = string.Concat(Enumerable.Repeat(character, 512));

        Assert.Empty(await FaultsAsync(Phone, new TextMessage("Hi"), new SendOptions { BizOpaqueCallbackData = fits }));
        _api.Requests.Clear();
        Assert.Equal(
            [new MessageFault("biz_opaque_callback_data", MessageFaultKind.TooLong, 512, 513)],
            await FaultsAsync(Phone, new TextMessage("Hi"), new SendOptions { BizOpaqueCallbackData = fits + "x" }));
    }

    [Fact]
    public async Task All_of_them_come_with_the_faults_of_the_message()
    {
        var faults = await FaultsAsync(Group, new CatalogMessage(""), new SendOptions { BizOpaqueCallbackData = new string('x', 513) });

        Assert.Equal(["interactive.body.text", "recipient_type", "biz_opaque_callback_data"], faults.Select(fault => fault.Path));
    }

    [Fact]
    public async Task Switched_off_nothing_is_checked() => Assert.Empty(await FaultsAsync(
        Group, new CatalogMessage(""), new SendOptions { Validate = false, BizOpaqueCallbackData = new string('x', 513) }));
}
