using System.Security.Cryptography;

namespace WhatsApp.Client;

/// <summary>Counts and hashes bytes as they pass. The last declared byte passes only if all of them are the declared file.</summary>
internal sealed class MediaCheck : IDisposable
{
    private readonly MediaId _id;
    private readonly long _maxBytes;
    private readonly long? _declared;
    private readonly byte[]? _hash;
    private readonly IncrementalHash? _running;
    private long _count;
    private bool _isRight;

    /// <param name="media">What it should be.</param>
    /// <param name="contentLength">The size the download declares, or null.</param>
    /// <param name="options">The caller's limits.</param>
    public MediaCheck(MediaInfo media, long? contentLength, MediaDownloadOptions options)
    {
        _id = media.Id;
        _maxBytes = options.MaxBytes;
        _declared = media.FileSize ?? contentLength;
        if (_declared is { } declared && contentLength is { } length && length != declared)
            throw WrongSize(length);
        if (_declared > _maxBytes)
            throw new MediaTooLargeException(_id, _maxBytes, _declared);
        if (!options.CheckHash || media.Sha256 is null)
            return;
        _hash = MediaHash.TryRead(media.Sha256)
            ?? throw new MediaMismatchException($"The declared SHA-256 of media {_id} has an unknown form.", _id);
        _running = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _count += bytes.Length;
        if (_count > _declared)
            throw WrongSize(_count);
        if (_count > _maxBytes)
            throw new MediaTooLargeException(_id, _maxBytes, declaredBytes: null);
        _running?.AppendData(bytes);
        if (_count == _declared)
            CompareHash();
    }

    public void Finish()
    {
        if (_count < _declared)
            throw WrongSize(_count);
        if (!_isRight)
            CompareHash();
    }

    public void Dispose() => _running?.Dispose();

    private void CompareHash()
    {
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        if (_running is not null && (!_running.TryGetHashAndReset(actual, out _) || !actual.SequenceEqual(_hash)))
            throw new MediaMismatchException($"The SHA-256 of media {_id} is not the declared one.", _id) { ActualBytes = _count };
        _isRight = true;
    }

    private MediaMismatchException WrongSize(long actual) =>
        new($"Media {_id} is declared with {_declared} bytes, but {actual} came.", _id) { ExpectedBytes = _declared, ActualBytes = actual };
}
