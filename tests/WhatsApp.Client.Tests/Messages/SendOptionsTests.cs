using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Messages;

public sealed class SendOptionsTests : IAsyncDisposable
{
    private const string Envelope = """{"messaging_product":"whatsapp","recipient_type":"individual","to":"+4915550001111",""";
    private const string Hello = """ "type":"text","text":{"body":"Hello"}}""";
    private readonly CloudApi _api = new();

    public SendOptionsTests() => _api.Answer(200, CloudApi.Sent);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    public static TheoryData<SendOptions, string> Options => new()
    {
        { new(), "" },
        { new() { ReplyTo = new MessageId("wamid.A=") }, """ "context":{"message_id":"wamid.A="}, """ },
        { new() { BizOpaqueCallbackData = "order-9/\"2\"" }, """ "biz_opaque_callback_data":"order-9/\"2\"", """ },
        { new() { RecipientIdentityKeyHash = "h4sh=" }, """ "recipient_identity_key_hash":"h4sh=", """ },
        { new() { MessagingAccountId = "700100" }, """ "messaging_account_id":"700100", """ },
        { new() { DirectSend = new(DirectSendCategory.Utility) }, """ "category":"utility", """ },
        {
            new() { DirectSend = new(DirectSendCategory.Authentication) { TimeToLive = TimeSpan.FromMinutes(2), TemplateName = "login_code" } },
            """ "category":"authentication","message_send_ttl":120,"direct_send_config":{"template_name":"login_code"}, """
        },
        { new() { DirectSend = new(DirectSendCategory.Service) { TimeToLive = TimeSpan.FromDays(30) } }, """ "category":"service","message_send_ttl":2592000, """ },
    };

    [Theory]
    [MemberData(nameof(Options), DisableDiscoveryEnumeration = true)]
    public async Task Option_stands_beside_the_message(SendOptions options, string expected)
    {
        await _api.SendAsync(options: options);

        Json.AssertEqual(Envelope + expected + Hello, _api.LastBody);
    }

    [Fact]
    public async Task Messaging_account_of_the_client_is_named_unless_the_send_names_its_own()
    {
        var services = new ServiceCollection();
        services.AddWhatsAppClient(options =>
        {
            options.BaseUrl = new Uri(_api.Url);
            options.MessagingAccountId = "700100";
        });
        await using var provider = services.BuildServiceProvider();
        var sender = provider.GetRequiredService<WhatsAppClient>().For(new WhatsAppAccount(new PhoneNumberId("800200"), CloudApi.Token));

        await sender.SendAsync(new Recipient.Phone(CloudApi.PhoneNumber), new TextMessage("Hello"), cancellationToken: TestContext.Current.CancellationToken);
        Json.AssertEqual(Envelope + """ "messaging_account_id":"700100", """ + Hello, _api.LastBody);

        await sender.SendAsync(
            new Recipient.Phone(CloudApi.PhoneNumber), new TextMessage("Hello"), new SendOptions { MessagingAccountId = "9" }, TestContext.Current.CancellationToken);
        Json.AssertEqual(Envelope + """ "messaging_account_id":"9", """ + Hello, _api.LastBody);
    }

    private static readonly TemplateMessage Sale = new("sale", "de");

    public static TheoryData<OutgoingMessage, SendOptions, string, MessageFaultKind> Faults => new()
    {
        { new TextMessage("x"), new() { BizOpaqueCallbackData = new string('x', 513) }, "biz_opaque_callback_data", MessageFaultKind.TooLong },
        { new TextMessage("x"), new() { RecipientIdentityKeyHash = "" }, "recipient_identity_key_hash", MessageFaultKind.Missing },
        { new TextMessage("x"), new() { MessagingAccountId = " " }, "messaging_account_id", MessageFaultKind.Missing },
        { new TextMessage("x"), new() { MessageActivitySharing = true }, "message_activity_sharing", MessageFaultKind.NotAllowed },
        { new TextMessage("x"), new() { DirectSend = new(default) }, "category", MessageFaultKind.Missing },
        { new TextMessage("x"), new() { DirectSend = new(DirectSendCategory.Utility) { TemplateName = "" } }, "direct_send_config.template_name", MessageFaultKind.Missing },
        { new TextMessage(new string('x', 1025)), new() { DirectSend = new(DirectSendCategory.Utility) }, "text.body", MessageFaultKind.TooLong },
        { new TextMessage("x") { PreviewUrl = true }, new() { DirectSend = new(DirectSendCategory.Utility) }, "text.preview_url", MessageFaultKind.NotAllowed },
        { Sale, new() { DirectSend = new(DirectSendCategory.Utility) }, "type", MessageFaultKind.NotAllowed },
        { new TextMessage("x"), new() { DirectSend = new(DirectSendCategory.Utility) { TimeToLive = TimeSpan.FromSeconds(29) } }, "message_send_ttl", MessageFaultKind.TooSmall },
        { new TextMessage("x"), new() { DirectSend = new(DirectSendCategory.Utility) { TimeToLive = TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1) } }, "message_send_ttl", MessageFaultKind.TooLarge },
        { new TextMessage("x"), new() { DirectSend = new(DirectSendCategory.Authentication) { TimeToLive = TimeSpan.FromSeconds(901) } }, "message_send_ttl", MessageFaultKind.TooLarge },
        { new TextMessage("x"), new() { DirectSend = new(DirectSendCategory.Utility) { TimeToLive = TimeSpan.FromSeconds(30.5) } }, "message_send_ttl", MessageFaultKind.Malformed },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Rule_between_options_and_message_is_checked(OutgoingMessage message, SendOptions options, string path, MessageFaultKind kind)
    {
        var exception = await Assert.ThrowsAsync<InvalidMessageException>(() => _api.SendAsync(message, options));

        Assert.Equal((path, kind), (Assert.Single(exception.Faults).Path, exception.Faults[0].Kind));
        Assert.Empty(_api.Requests);
    }

    [Fact]
    public async Task Direct_send_allows_a_text_of_1024() =>
        Assert.NotNull(await _api.SendAsync(new TextMessage(new string('x', 1024)), new() { DirectSend = new(DirectSendCategory.Utility) }));

    [Fact]
    public async Task Marketing_template_goes_to_its_own_endpoint()
    {
        var result = await _api.Sender.SendMarketingAsync(
            new Recipient.Phone(CloudApi.PhoneNumber), Sale, new SendOptions { MessageActivitySharing = false }, TestContext.Current.CancellationToken);

        Assert.Equal("4915550001111", result.WaId);
        Assert.Equal("/graph/v25.0/800200/marketing_messages", _api.Requests[0].Path);
        Json.AssertEqual(Envelope + """ "message_activity_sharing":false,"type":"template","template":{"name":"sale","language":{"code":"de"}}}""", _api.LastBody);
    }

    [Fact]
    public async Task Marketing_endpoint_takes_templates_only()
    {
        var exception = await Assert.ThrowsAsync<InvalidMessageException>(() => _api.Sender.SendMarketingAsync(
            new Recipient.Phone(CloudApi.PhoneNumber),
            new TextMessage("Sale"),
            new SendOptions { DirectSend = new(DirectSendCategory.Utility) },
            TestContext.Current.CancellationToken));

        Assert.Equal(["type", "category"], exception.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public async Task One_time_password_goes_to_a_phone_number()
    {
        var code = new TemplateMessage("login_code", "de") { OneTimePassword = "123456" };

        var exception = await Assert.ThrowsAsync<InvalidMessageException>(
            () => _api.Sender.SendAsync(new Recipient.User("DE.1"), code, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal([new MessageFault("recipient", MessageFaultKind.NotAllowed)], exception.Faults);
    }
}
