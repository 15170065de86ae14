using System.Net;
using System.Net.Sockets;
using System.Text;
using ReferenceHost.Tests.Webhooks;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Attacks;

/// <summary>Clients that are slow, huge or nested keep nobody else waiting.</summary>
[Collection(TwoStores.Name)]
public sealed class RoughClientTests(TwoStoresHost host) : IDisposable
{
    private const int Loris = 300;
    private readonly HttpClient _client = Http.NewClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hundreds_of_connections_that_never_finish_their_request_keep_nobody_waiting()
    {
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < Loris; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                sockets.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, host.Process.Url.Port, Token);
                // Half of them stop within the head, half within the body.
                var begun = i % 2 == 0
                    ? "POST /whatsapp/webhook HTTP/1.1\r\nHost: x\r\nX-Hub-Sig"
                    : "POST /whatsapp/webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-Hub-Signature-256: sha256=00\r\nContent-Length: 1000\r\n\r\n{";
                await socket.SendAsync(Encoding.ASCII.GetBytes(begun), Token);
            }

            var person = host.NewPerson();
            Assert.Equal(HttpStatusCode.OK, await host.SayAsync(host.A, person, "hi", Token));
            await host.Graph.WaitForAsync(person, 1, Token);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(200_000)]
    public async Task Deeply_nested_JSON_is_refused_or_taken_without_harm(int depth)
    {
        var nested = new string('[', depth) + new string(']', depth);
        var body = Encoding.UTF8.GetBytes(
            """{"object":"whatsapp_business_account","entry":[{"id":"WABA","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"NUMBER"},"x":NESTED}}]}]}"""
                .Replace("WABA", host.A.WabaId, StringComparison.Ordinal).Replace("NUMBER", host.A.PhoneNumberId, StringComparison.Ordinal).Replace("NESTED", nested, StringComparison.Ordinal));

        var status = await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token);

        Assert.True((int)status < 500, $"{(int)status}");
        await AssertServesAsync();
    }

    [Theory]
    [InlineData("whatsapp/webhook")]
    [InlineData("shopify/webhooks")]
    [InlineData("shopify/configure")]
    public async Task A_body_beyond_all_measure_is_refused(string path)
    {
        var refused = false;
        try
        {
            using var content = new ByteArrayContent(new byte[40 * 1024 * 1024]);
            content.Headers.ContentType = new("application/json");
            using var answer = await _client.PostAsync(new Uri(host.Process.Url, path), content, Token);
            refused = (int)answer.StatusCode is >= 400 and < 500;
        }
        catch (HttpRequestException)
        {
            // Refused while the body was still under way.
            refused = true;
        }

        Assert.True(refused);
        await AssertServesAsync();
    }

    [Fact]
    public async Task A_webhook_with_ten_thousand_messages_is_taken_or_refused_as_a_whole()
    {
        var person = host.NewPerson();
        var messages = Enumerable.Range(0, 10_000).Select(i => MetaWebhook.Message(person, "reaction", new System.Text.Json.Nodes.JsonObject { ["message_id"] = $"wamid.{i}", ["emoji"] = "👍" })).ToArray();

        var status = await host.Webhooks.PostSignedAsync(host.B.AppSecret, MetaWebhook.Of(MetaWebhook.Entry(host.B.WabaId, host.B.PhoneNumberId, messages)), Token);

        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable or HttpStatusCode.RequestEntityTooLarge, $"{(int)status}");
        await AssertServesAsync();
    }

    public void Dispose() => _client.Dispose();

    private async Task AssertServesAsync()
    {
        var person = host.NewPerson();
        Assert.Equal(HttpStatusCode.OK, await host.SayAsync(host.A, person, "hi", Token));
        await host.Graph.WaitForAsync(person, 1, Token);
    }
}
