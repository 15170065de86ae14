using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ShopBot.Benchmarks.Hosting;

/// <summary>A Cloud API without a network: reads what is sent, gives it an id of its own, and answers at once.</summary>
internal sealed class InstantGraph : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly byte[] NumberAnswer = Encoding.UTF8.GetBytes($$"""{"id":"{{StoreHost.Number}}","display_phone_number":"+49 30 555000","verified_name":"Demo Shop"}""");
    private static readonly byte[] Success = """{"success":true}"""u8.ToArray();
    private readonly SemaphoreSlim _sent = new(0);
    private int _last;

    /// <summary>Ends when one message more was taken.</summary>
    public Task NextAsync() => _sent.WaitAsync();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
            return Answer(NumberAnswer);
        if (!request.RequestUri!.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal))
            return Answer(Success);
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        var id = Interlocked.Increment(ref _last).ToString("X8", CultureInfo.InvariantCulture);
        var answer = Answer(Encoding.UTF8.GetBytes(
            $$"""{"messaging_product":"whatsapp","contacts":[{"input":"+4915550001111","wa_id":"4915550001111"}],"messages":[{"id":"wamid.HBgNNDkxNTU1MDAwMTExMRUCABEYEjkxQkU0QzZ{{id}}A="}]}"""));
        _sent.Release();
        return answer;
    }

    private static HttpResponseMessage Answer(byte[] body) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) { Headers = { ContentType = Json } } };
}
