// Is a text, or a part of it, written from the right to the left? Then it must not turn round the figures beside it.

export const FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
