namespace GiftCardSdk.Tool.Sessions;

/// <summary>What a command needs the order journal for.</summary>
internal enum JournalUse
{
    /// <summary>It works without one, and reads one that is there.</summary>
    Optional = 0,

    /// <summary>It reads or corrects what is there; a journal that is not there is a wrong path.</summary>
    Required,

    /// <summary>It buys: an empty journal is made where there is none.</summary>
    Buys,
}
