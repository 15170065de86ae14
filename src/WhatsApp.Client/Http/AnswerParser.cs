namespace WhatsApp.Client.Http;

/// <summary>
/// Reads what was asked for straight from the bytes of an answer; null when it is not there. The bytes are gone afterwards. Must not throw:
/// null lets <see cref="GraphAnswer"/> find out what the answer is instead.
/// </summary>
internal delegate T? AnswerParser<out T>(ReadOnlySpan<byte> json)
    where T : class;
