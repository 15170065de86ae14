using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Shopify.Client.Auth;

/// <summary>A query as UTF-8 in rented memory, from which the signed text is written in each of its forms.</summary>
internal ref struct SignedQuery
{
    private const int MaxParameters = 512;
    private readonly bool _fits;
    private readonly byte[] _bytes;
    private readonly Part[] _parts;
    private int _used;
    private int _count;
    private int _decisive;
    private bool _repeated;
    private Part _signature;

    public SignedQuery(int characters, int parameters)
    {
        _fits = characters <= ShopifyQueryHmac.MaxLength && parameters <= MaxParameters;
        _bytes = ArrayPool<byte>.Shared.Rent(_fits ? (characters * 3) + 1 : 1);
        _parts = ArrayPool<Part>.Shared.Rent(_fits ? parameters + 1 : 1);
    }

    public readonly void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        ArrayPool<Part>.Shared.Return(_parts);
    }

    public void Add(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        if (!_fits)
            return;
        var start = _used;
        _used += Encoding.UTF8.GetBytes(key, _bytes.AsSpan(_used));
        var middle = _used;
        _used += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_used));
        Keep(new Part(start, middle, _used));
    }

    public void AddEncoded(ReadOnlySpan<char> parameter)
    {
        if (!_fits || parameter.IsEmpty)
            return;
        var split = parameter.IndexOf('=');
        var start = _used;
        Decode(split < 0 ? parameter : parameter[..split]);
        var middle = _used;
        Decode(split < 0 ? default : parameter[(split + 1)..]);
        Keep(new Part(start, middle, _used));
    }

    public bool Verify(IReadOnlyList<string> secrets)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!_fits || _repeated || !TryReadSignature(expected))
            return false;
        Sort();
        // Six times for a list in which every byte is escaped and then encoded, and room for what stands between the parameters.
        var writer = new SignedTextWriter(ArrayPool<byte>.Shared.Rent((_used * 6) + (_count * 24) + 16));
        try
        {
            if (Matches(ref writer, SignedForm.Plain, secrets, expected))
                return true;
            return writer.FormsDiffer
                && (Matches(ref writer, SignedForm.Encoded, secrets, expected) || Matches(ref writer, SignedForm.EncodedWithPlus, secrets, expected));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(writer.Buffer);
        }
    }

    private void Keep(Part part)
    {
        var key = Key(part);
        var bit = BitOf(key);
        _repeated |= (_decisive & bit) != 0;
        _decisive |= bit;
        if (key.SequenceEqual("hmac"u8))
            _signature = part;
        else if (!key.SequenceEqual("signature"u8))
            _parts[_count++] = part;
    }

    private static int BitOf(ReadOnlySpan<byte> key)
    {
        if (key.Length is < 4 or > 9)
            return 0;
        Span<char> name = stackalloc char[key.Length];
        return Encoding.Latin1.GetChars(key, name) == key.Length ? DecisiveNames.BitOf(name) : 0;
    }

    private readonly bool TryReadSignature(Span<byte> expected)
    {
        var value = Value(_signature);
        return value.Length == expected.Length * 2 && Convert.FromHexString(value, expected, out _, out _) == OperationStatus.Done;
    }

    // Stable, because the values of a list are signed in the order they came; the parameters are few.
    private readonly void Sort()
    {
        for (var next = 1; next < _count; next++)
        {
            var part = _parts[next];
            var at = next;
            for (; at > 0 && Key(_parts[at - 1]).SequenceCompareTo(Key(part)) > 0; at--)
                _parts[at] = _parts[at - 1];
            _parts[at] = part;
        }
    }

    private readonly bool Matches(ref SignedTextWriter writer, SignedForm form, IReadOnlyList<string> secrets, ReadOnlySpan<byte> expected)
    {
        writer.Begin(form);
        for (var index = 0; index < _count; index++)
        {
            var key = Key(_parts[index]);
            if (key.EndsWith("[]"u8))
            {
                writer.BeginList(key[..^2], Value(_parts[index]));
                for (; index + 1 < _count && Key(_parts[index + 1]).SequenceEqual(key); index++)
                    writer.AddToList(Value(_parts[index + 1]));
                writer.EndList();
            }
            else
            {
                writer.Write(key, Value(_parts[index]));
            }
        }

        var valid = false;
        for (var index = 0; index < secrets.Count; index++)
        {
            if (!string.IsNullOrEmpty(secrets[index]))
                valid |= IsSigned(writer.Written, secrets[index], expected);
        }

        return valid;
    }

    private static bool IsSigned(ReadOnlySpan<byte> text, string secret, ReadOnlySpan<byte> expected)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        SecretHash.Compute(secret, text, hash);
        return CryptographicOperations.FixedTimeEquals(hash, expected);
    }

    private void Decode(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny('%', '+');
            if (plain != 0)
            {
                var run = plain < 0 ? text : text[..plain];
                _used += Encoding.UTF8.GetBytes(run, _bytes.AsSpan(_used));
                text = text[run.Length..];
                continue;
            }

            if (text[0] == '%' && text.Length >= 3 && Convert.FromHexString(text.Slice(1, 2), _bytes.AsSpan(_used, 1), out _, out _) == OperationStatus.Done)
            {
                _used++;
                text = text[3..];
                continue;
            }

            _bytes[_used++] = text[0] == '+' ? (byte)' ' : (byte)text[0];
            text = text[1..];
        }
    }

    private readonly ReadOnlySpan<byte> Key(Part part) => _bytes.AsSpan(part.Start, part.Middle - part.Start);

    private readonly ReadOnlySpan<byte> Value(Part part) => _bytes.AsSpan(part.Middle, part.End - part.Middle);

    /// <summary>Where a key and its value stand.</summary>
    private readonly record struct Part(int Start, int Middle, int End);
}
