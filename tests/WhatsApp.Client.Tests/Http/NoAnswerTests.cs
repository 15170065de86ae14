using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace WhatsApp.Client.Tests.Http;

public sealed class NoAnswerTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly FakeTimeProvider _clock = new();

    public NoAnswerTests() => _listener.Start();

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private WhatsAppSender Sender(Uri baseUrl)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock);
        services.AddWhatsAppClient(options => options.BaseUrl = baseUrl);
        return services.BuildServiceProvider().GetRequiredService<WhatsAppClient>()
            .For(new WhatsAppAccount(new PhoneNumberId("800200"), CloudApi.Token));
    }

    private Task<SendResult> SendAsync(CancellationToken cancellationToken) =>
        Sender(new Uri($"http://127.0.0.1:{Port}")).SendAsync(
            new Recipient.Phone(CloudApi.PhoneNumber), new TextMessage("Hello"), cancellationToken: cancellationToken);

    /// <summary>Reads until the request's body is in, so that the test acts on a request that was really sent.</summary>
    private async Task<Socket> AcceptRequestAsync()
    {
        var socket = await _listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var received = "";
        var buffer = new byte[4096];
        while (!received.Contains("Hello", StringComparison.Ordinal))
            received += System.Text.Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken));
        return socket;
    }

    [Fact]
    public async Task Silence_after_the_request_ends_at_the_deadline_as_unknown()
    {
        var send = SendAsync(TestContext.Current.CancellationToken);
        using var socket = await AcceptRequestAsync();
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(send.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        var exception = await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => send);

        Assert.True(exception.RequestWasSent);
    }

    [Fact]
    public async Task Silence_in_the_middle_of_the_answer_ends_at_the_deadline_too()
    {
        var send = SendAsync(TestContext.Current.CancellationToken);
        using var socket = await AcceptRequestAsync();
        await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"mess"u8.ToArray(), TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.True((await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => send)).RequestWasSent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"mess")]
    [InlineData("not http at all\r\n\r\n")]
    public async Task Connection_lost_after_the_request_is_unknown(string answer)
    {
        var send = SendAsync(TestContext.Current.CancellationToken);
        using (var socket = await AcceptRequestAsync())
        {
            await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
            socket.Shutdown(SocketShutdown.Both);
        }

        Assert.True((await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => send)).RequestWasSent);
    }

    [Fact]
    public async Task Refused_connection_is_proof_that_nothing_was_sent()
    {
        _listener.Stop();
        var sender = Sender(new Uri($"http://127.0.0.1:{FreePort()}"));

        var exception = await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => sender.SendAsync(
            new Recipient.Phone(CloudApi.PhoneNumber), new TextMessage("Hello"), cancellationToken: TestContext.Current.CancellationToken));

        Assert.False(exception.RequestWasSent);
        Assert.Equal(WhatsAppRetryClass.NotProcessed, exception.RetryClass);
    }

    [Fact]
    public async Task Cancelling_stays_cancellation()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var send = SendAsync(cancel.Token);
        using var socket = await AcceptRequestAsync();
        await cancel.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);

        Assert.Equal(cancel.Token, exception.CancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
