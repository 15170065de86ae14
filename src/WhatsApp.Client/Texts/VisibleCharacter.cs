namespace WhatsApp.Client;

/// <summary>What a reader sees as one character.</summary>
/// <param name="Start">Its first UTF-16 unit in the text.</param>
/// <param name="End">The first unit after it.</param>
/// <param name="Length">Its code points.</param>
/// <param name="IsBlank">Whether it is white space only.</param>
/// <param name="IsLineBreak">Whether it ends a line.</param>
internal readonly record struct VisibleCharacter(int Start, int End, int Length, bool IsBlank, bool IsLineBreak);
