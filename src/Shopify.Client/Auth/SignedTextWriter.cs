using System.Buffers;

namespace Shopify.Client.Auth;

/// <summary>How values stand in a signed text.</summary>
internal enum SignedForm
{
    /// <summary>As they are, with <c>%</c> and <c>&amp;</c> escaped, in keys also <c>=</c>.</summary>
    Plain,

    /// <summary>Percent-encoded as in a form, blanks as <c>%20</c>.</summary>
    Encoded,

    /// <summary>Percent-encoded as in a form, blanks as <c>+</c>.</summary>
    EncodedWithPlus,
}

/// <summary>Writes <c>key=value&amp;…</c> into a buffer from a place on; there must be room enough.</summary>
internal struct SignedTextWriter(byte[] buffer, int start, bool nothingToEscape)
{
    // What a form leaves as it is; a text of only these is the same in every form.
    private static readonly SearchValues<byte> Safe = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789*-._"u8);
    private static readonly SearchValues<byte> SafeOrSeparator = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789*-._&="u8);
    private SignedForm _form;
    private int _length;

    public readonly ReadOnlySpan<byte> Written => buffer.AsSpan(start, _length - start);

    /// <summary>Whether the forms of what was written in the plain form are different texts.</summary>
    public bool FormsDiffer { get; private set; }

    /// <summary>Whether no value in a text needs escaping in any form.</summary>
    public static bool IsSameInEveryForm(ReadOnlySpan<byte> values) => !values.ContainsAnyExcept(Safe);

    /// <summary>
    /// The same for a query in which nothing is encoded: an ampersand in it separates, and an equals sign does when there are as many as parameters that
    /// have one.
    /// </summary>
    public static bool IsSameInEveryForm(ReadOnlySpan<byte> query, int parameters) =>
        !query.ContainsAnyExcept(SafeOrSeparator) && query.Count((byte)'=') == parameters;

    public void Begin(SignedForm form) => (_form, _length) = (form, start);

    public void Write(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        WriteKey(key);
        Escape(value, inKey: false);
    }

    /// <summary>Writes a parameter as it stands, with its equals sign or without one; only where nothing needs escaping, and so no list is.</summary>
    public void WriteWhole(ReadOnlySpan<byte> parameter, bool hasEquals)
    {
        if (_length > start)
            buffer[_length++] = (byte)'&';
        parameter.CopyTo(buffer.AsSpan(_length));
        _length += parameter.Length;
        if (!hasEquals)
            buffer[_length++] = (byte)'=';
    }

    // Shopify signs a list the way Ruby prints it: a comma and one blank between quoted values.
    public void BeginList(ReadOnlySpan<byte> key, ReadOnlySpan<byte> first)
    {
        WriteKey(key);
        Escape("["u8, inKey: false);
        Quote(first);
    }

    public void AddToList(ReadOnlySpan<byte> value)
    {
        Escape(", "u8, inKey: false);
        Quote(value);
    }

    public void EndList() => Escape("]"u8, inKey: false);

    private void WriteKey(ReadOnlySpan<byte> key)
    {
        if (_length > start)
            buffer[_length++] = (byte)'&';
        Escape(key, inKey: true);
        buffer[_length++] = (byte)'=';
    }

    private void Quote(ReadOnlySpan<byte> value)
    {
        Escape("\""u8, inKey: false);
        for (; ;)
        {
            var special = value.IndexOfAny((byte)'\\', (byte)'"');
            Escape(special < 0 ? value : value[..special], inKey: false);
            if (special < 0)
                break;
            Escape("\\"u8, inKey: false);
            Escape(value.Slice(special, 1), inKey: false);
            value = value[(special + 1)..];
        }

        Escape("\""u8, inKey: false);
    }

    private void Escape(ReadOnlySpan<byte> text, bool inKey)
    {
        if (nothingToEscape || IsSameInEveryForm(text))
        {
            text.CopyTo(buffer.AsSpan(_length));
            _length += text.Length;
            return;
        }

        FormsDiffer = true;
        foreach (var value in text)
        {
            if (_form is SignedForm.EncodedWithPlus && value == ' ')
                buffer[_length++] = (byte)'+';
            else if (_form is SignedForm.Plain ? value is (byte)'%' or (byte)'&' || (inKey && value == '=') : !Safe.Contains(value))
                Percent(value);
            else
                buffer[_length++] = value;
        }
    }

    private void Percent(byte value)
    {
        const string digits = "0123456789ABCDEF";
        buffer[_length++] = (byte)'%';
        buffer[_length++] = (byte)digits[value >> 4];
        buffer[_length++] = (byte)digits[value & 15];
    }
}
