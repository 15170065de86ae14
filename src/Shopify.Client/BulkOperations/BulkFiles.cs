using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;

namespace Shopify.Client;

/// <summary>The storage that files of bulk operations lie in. It is no part of the shop: it gets no token, and addresses stand in no message.</summary>
internal sealed class BulkFiles(ShopifyHttp http, ShopifyClientOptions options, TimeProvider time)
{
    private const string Operation = "BulkFile";

    public async IAsyncEnumerable<BulkObject> ReadAsync(ShopifyShop shop, Uri url, long offset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(shop, url, offset, cancellationToken).ConfigureAwait(false);
        if (response is null)
            yield break;
        var source = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var closed = source.ConfigureAwait(false);
        var stream = new TimedStream(source, options.Timeout, time);
        await using var timed = stream.ConfigureAwait(false);
        // A storage that knows no ranges begins at the beginning.
        if (offset > 0 && response.StatusCode != HttpStatusCode.PartialContent)
            await SkipAsync(shop, stream, offset, cancellationToken).ConfigureAwait(false);
        var objects = BulkLineReader.ReadAsync(stream, offset, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var ended = objects.ConfigureAwait(false);
        while (true)
        {
            BulkObject next;
            try
            {
                if (!await objects.MoveNextAsync().ConfigureAwait(false))
                    yield break;
                next = objects.Current;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException or TimeoutException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw Failure(shop, null, failure is InvalidDataException ? failure.Message : "the connection broke while the file was read", failure);
            }

            yield return next;
        }
    }

    public async Task UploadAsync(ShopifyShop shop, BulkUpload upload, Stream lines, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in upload.Parameters)
            form.Add(new StringContent(value), $"\"{name}\"");
        using var file = new StreamContent(new Unclosed(lines));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/jsonl");
        // The storage ignores what follows the file.
        form.Add(file, "\"file\"", "\"variables.jsonl\"");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(upload.Url)) { Content = form };
        using var response = await SendAsync(shop, request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw Failure(shop, (int)response.StatusCode, $"the storage refused the upload with {(int)response.StatusCode}", null);
    }

    /// <summary>Null when there is nothing behind the offset.</summary>
    private async Task<HttpResponseMessage?> OpenAsync(ShopifyShop shop, Uri url, long offset, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (offset > 0)
            request.Headers.Range = new RangeHeaderValue(offset, null);
        var response = await SendAsync(shop, request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return response;
        var status = (int)response.StatusCode;
        var isBehindTheEnd = response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && response.Content.Headers.ContentRange?.Length == offset;
        response.Dispose();
        return isBehindTheEnd ? null : throw Failure(shop, status, $"the file cannot be read ({status}); it is kept for seven days", null);
    }

    private async Task<HttpResponseMessage> SendAsync(ShopifyShop shop, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await http.SendAsync(request, linked.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Failure(shop, null, "the storage does not answer", failure);
        }
    }

    private static async Task SkipAsync(ShopifyShop shop, Stream stream, long count, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        for (int read; count > 0; count -= read)
        {
            read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count)), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                throw Failure(shop, null, "the file is shorter than it was", null);
        }
    }

    // The cause names hosts, not addresses; the message of the cause is left out all the same.
    private static ShopifyUnavailableException Failure(ShopifyShop shop, int? status, string what, Exception? cause) =>
        new(new CallContext(shop.Domain, Operation).Describe(what), cause) { Shop = shop.Domain, OperationName = Operation, StatusCode = status, RequestWasSent = true };

    /// <summary>Leaves the caller's stream open.</summary>
    private sealed class Unclosed(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
