using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Shopify.Client.Auth;

/// <summary>A query as UTF-8 in rented memory, from which the signed text is written in each of its forms.</summary>
internal ref struct SignedQuery
{
    private const int MaxParameters = 512;
    private readonly bool _fits;
    private readonly byte[] _bytes;
    private readonly Span<Part> _parts;
    private readonly int _text;
    private int _used;
    private int _count;
    private int _decisive;
    private bool _repeated;
    private bool _withSeparators;
    private int _withEquals;
    private Part _signature;

    public SignedQuery(int characters, int parameters)
    {
        _fits = characters <= ShopifyQueryHmac.MaxLength && parameters <= MaxParameters;
        // One piece of memory for three things: the decoded parameters, up to three bytes for a character; where each of them stands; and the signed
        // text, six times as long for a list in which every byte is escaped and then encoded, with room for what stands between the parameters.
        var (decoded, parts) = _fits ? (((characters * 3) + 3) & ~3, parameters * Unsafe.SizeOf<Part>()) : (0, 0);
        _text = decoded + parts;
        _bytes = ArrayPool<byte>.Shared.Rent(_fits ? _text + (decoded * 6) + (parameters * 24) + 16 : 1);
        _parts = MemoryMarshal.Cast<byte, Part>(_bytes.AsSpan(decoded, parts));
    }

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    public void Add(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        if (!_fits)
            return;
        var start = _used;
        _used += Encoding.UTF8.GetBytes(key, _bytes.AsSpan(_used));
        var middle = _used;
        _used += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_used));
        Keep(new Part(start, middle, middle, _used));
    }

    /// <summary>Adds all parameters of a query as it stands in an address. What is encoded is decoded in place: it never becomes longer.</summary>
    public void AddEncoded(ReadOnlySpan<char> query)
    {
        if (!_fits)
            return;
        var length = Encoding.UTF8.GetBytes(query, _bytes);
        var encoded = _bytes.AsSpan(0, length).ContainsAny((byte)'%', (byte)'+');
        for (var start = 0; start < length;)
        {
            var rest = _bytes.AsSpan(start, length - start);
            var end = rest.IndexOf((byte)'&') is var ampersand and >= 0 ? start + ampersand : length;
            var split = rest[..(end - start)].IndexOf((byte)'=') is var equals and >= 0 ? start + equals : end;
            _withEquals += split < end ? 1 : 0;
            if (end > start)
                Keep(encoded ? Decode(start, split, end) : new Part(start, split, Math.Min(split + 1, end), end));
            start = end + 1;
        }

        if (!encoded)
            (_withSeparators, _used) = (true, length);
    }

    public bool Verify(IReadOnlyList<string> secrets)
    {
        if (!_fits || _repeated)
            return false;
        var expected = Value(_signature);
        if (expected.Length != ConstantTime.HexDigits)
            return false;
        Sort();
        var text = _bytes.AsSpan(0, _used);
        var sameInEveryForm = _withSeparators ? SignedTextWriter.IsSameInEveryForm(text, _withEquals) : SignedTextWriter.IsSameInEveryForm(text);
        var writer = new SignedTextWriter(_bytes, _text, sameInEveryForm);
        if (_withSeparators && sameInEveryForm)
            return MatchesAsItStands(ref writer, secrets, expected);
        return Matches(ref writer, SignedForm.Plain, secrets, expected)
            || (writer.FormsDiffer
                && (Matches(ref writer, SignedForm.Encoded, secrets, expected) || Matches(ref writer, SignedForm.EncodedWithPlus, secrets, expected)));
    }

    private void Keep(Part part)
    {
        var key = Key(part);
        var bit = DecisiveNames.BitOf(key);
        _repeated |= (_decisive & bit) != 0;
        _decisive |= bit;
        if (bit == 1 && key.SequenceEqual("hmac"u8))
            _signature = part;
        else if (key.Length != 9 || !key.SequenceEqual("signature"u8))
            _parts[_count++] = part;
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

    private readonly bool MatchesAsItStands(ref SignedTextWriter writer, IReadOnlyList<string> secrets, ReadOnlySpan<byte> expected)
    {
        writer.Begin(SignedForm.Plain);
        foreach (ref readonly var part in _parts[.._count])
            writer.WriteWhole(_bytes.AsSpan(part.Start, part.End - part.Start), hasEquals: part.Value > part.KeyEnd);
        return IsSigned(writer.Written, secrets, expected);
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

        return IsSigned(writer.Written, secrets, expected);
    }

    private static bool IsSigned(ReadOnlySpan<byte> text, IReadOnlyList<string> secrets, ReadOnlySpan<byte> expected)
    {
        var valid = false;
        for (var index = 0; index < secrets.Count; index++)
        {
            if (!string.IsNullOrEmpty(secrets[index]))
                valid |= IsSigned(text, secrets[index], expected);
        }

        return valid;
    }

    private static bool IsSigned(ReadOnlySpan<byte> text, string secret, ReadOnlySpan<byte> expected)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> hex = stackalloc byte[ConstantTime.HexDigits];
        SecretHash.Compute(secret, text, hash);
        return Convert.TryToHexStringLower(hash, hex, out _) && ConstantTime.SameHex(hex, expected);
    }

    private Part Decode(int start, int split, int end)
    {
        var key = _used;
        Decode(_bytes.AsSpan(start, split - start));
        var value = _used;
        if (split < end)
            Decode(_bytes.AsSpan(split + 1, end - split - 1));
        return new Part(key, value, value, _used);
    }

    private void Decode(ReadOnlySpan<byte> text)
    {
        for (; ;)
        {
            var plain = text.IndexOfAny((byte)'%', (byte)'+');
            var run = plain < 0 ? text : text[..plain];
            run.CopyTo(_bytes.AsSpan(_used));
            _used += run.Length;
            if (plain < 0)
                return;
            text = text[plain..];
            var isByte = text[0] == '%' && text.Length >= 3 && Convert.FromHexString(text.Slice(1, 2), _bytes.AsSpan(_used, 1), out _, out _) == OperationStatus.Done;
            if (!isByte)
                _bytes[_used] = text[0] == '+' ? (byte)' ' : text[0];
            _used++;
            text = text[(isByte ? 3 : 1)..];
        }
    }

    private readonly ReadOnlySpan<byte> Key(Part part) => _bytes.AsSpan(part.Start, part.KeyEnd - part.Start);

    private readonly ReadOnlySpan<byte> Value(Part part) => _bytes.AsSpan(part.Value, part.End - part.Value);

    /// <summary>Where a key and its value stand.</summary>
    private readonly record struct Part(int Start, int KeyEnd, int Value, int End);
}
