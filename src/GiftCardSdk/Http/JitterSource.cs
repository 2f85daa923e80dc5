namespace GiftCardSdk.Http;

/// <summary>The randomness of waits, from 0 up to but not including 1; registered only by tests, so that a run can be repeated.</summary>
internal delegate double JitterSource();
