using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace WhatsApp.Client;

/// <summary>Hands the bytes of a download on, checked. After a failure every read fails the same way.</summary>
internal sealed class MediaStream(MediaResponse response, Stream content, MediaCheck check) : Stream
{
    private ExceptionDispatchInfo? _failure;
    private bool _isAtEnd;
    private bool _isDisposed;

    public override bool CanRead => !_isDisposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Allocates nothing per read: a large file costs no more than a small one.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _failure?.Throw();
        if (_isAtEnd || buffer.IsEmpty)
            return 0;
        try
        {
            int count;
            using (response.Idle.CancelWith(cancellationToken))
            {
                response.Idle.Restart();
                count = await content.ReadAsync(buffer, response.Idle.Token).ConfigureAwait(false);
                response.Idle.Pause();
            }

            _isAtEnd = count == 0;
            if (_isAtEnd)
                check.Finish();
            else
                check.Append(buffer.Span[..count]);
            return count;
        }
        catch (Exception exception)
        {
            var failure = MediaFailure.Of(exception, cancellationToken.IsCancellationRequested, requestWasSent: true, cancellationToken);
            _failure = ExceptionDispatchInfo.Capture(failure);
            _failure.Throw();
            throw;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A download is read asynchronously; copy it to a MemoryStream for a reader that is not.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            response.Dispose();
            check.Dispose();
        }

        base.Dispose(disposing);
    }
}
